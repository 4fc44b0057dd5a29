package dev.remit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver and the service know and nobody else, by which the receiver can tell that a call
 * comes from here. Written as the Standard Webhooks specification has it.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** In bytes: what the specification allows, and what is generated. */
    private static final int LEAST = 24;

    private static final int MOST = 64;
    private static final int GENERATED = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    static SigningSecret generate() {
        byte[] key = new byte[GENERATED];
        new SecureRandom().nextBytes(key);
        return new SigningSecret(key);
    }

    /** Empty if it is none. */
    public static Optional<SigningSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length < LEAST || key.length > MOST
                    ? Optional.empty()
                    : Optional.of(new SigningSecret(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it is told to whoever has made the webhook, and to nobody else. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * @param timestamp of the call, in seconds
     */
    String signature(Message message, long timestamp) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String start = message.id() + '.' + timestamp + '.';
            mac.update(start.getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret it && MessageDigest.isEqual(key, it.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** It is in no log, whatever is logged. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
