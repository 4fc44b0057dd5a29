package dev.remit.api.access;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues tokens, as an identity provider does, with a key of its own. */
public final class Issuer {

    private static final String KEY_ID = "of-this-week";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final KeyPair keys = keys();

    /** In PEM. */
    public String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** As identity providers publish it. */
    String keySet() {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(keys.getPublic());
            key.setKeyId(KEY_ID);
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return new JsonWebKeySet(key).toJson();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param scopes parted by spaces
     */
    public String token(String subject, String scopes) {
        JwtClaims claims = claims(subject);
        claims.setClaim("scope", scopes);
        return sign(claims);
    }

    /** Without scopes, for an hour. */
    static JwtClaims claims(String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(VALIDITY.toMinutes());
        return claims;
    }

    /** As long ago as that, and no more. */
    static NumericDate ago(Duration time) {
        NumericDate date = NumericDate.now();
        date.addSeconds(-time.toSeconds());
        return date;
    }

    String sign(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKey(keys.getPrivate());
        token.setKeyIdHeaderValue(KEY_ID);
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }
}
