package dev.remit.api.access;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Verifies bearer tokens, and remembers for a while which ones were right: to verify a signature
 * costs as much as the whole rest of a request, and callers send the same token again and again.
 */
@Singleton
class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class);

    /**
     * A key that was withdrawn opens nothing any more after this time. After its own end a token is
     * not known either.
     */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    /** No process lives longer; what is left of a token without end would not fit into a long. */
    private static final Duration LIFETIME = Duration.ofDays(36_500);

    /** Of a kilobyte each. */
    private static final int MOST = 10_000;

    /** Longer ones are no names. */
    private static final int LONGEST_SUBJECT = 255;

    /** Where access is open there may be no key, and without a key there is no parser. */
    private final Instance<JWTParser> parser;

    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    Tokens(Instance<JWTParser> parser) {
        this.parser = parser;
    }

    /** Null if the token has not been verified lately. */
    Caller known(String token) {
        Caller caller = known.get(token);
        return caller == null || caller.knownUntil() - System.nanoTime() < 0 ? null : caller;
    }

    /**
     * May have to fetch a key from somewhere else, so it is nothing for an event loop.
     *
     * @throws TokenRefused with a sentence that says why
     */
    Caller verify(String token) throws TokenRefused {
        JsonWebToken verified = parse(token);
        String subject = verified.getSubject();
        if (!isName(subject)) {
            throw new TokenRefused(
                    "The token needs a sub of 1 to %d characters, none of them a control character."
                            .formatted(LONGEST_SUBJECT));
        }
        Duration left = left(verified.getExpirationTime());
        long now = System.nanoTime();
        Caller caller =
                new Caller(
                        subject,
                        scopes(verified),
                        now + (left.compareTo(MEMORY) < 0 ? left : MEMORY).toNanos(),
                        now + left.toNanos());
        if (known.size() >= MOST) {
            known.values().removeIf(other -> other.knownUntil() - System.nanoTime() < 0);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(token, caller);
        return caller;
    }

    private static Duration left(long end) {
        Instant now = Instant.now();
        long last = now.plus(LIFETIME).getEpochSecond();
        return Duration.between(now, Instant.ofEpochSecond(Math.min(end, last)));
    }

    private JsonWebToken parse(String token) throws TokenRefused {
        try {
            return parser.get().parse(token);
        } catch (ParseException e) {
            // What the libraries say of it may hold the token itself.
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.debugf("A token was refused: %s", cause.getClass().getSimpleName());
            throw new TokenRefused(
                    cause instanceof InvalidJwtException invalid && invalid.hasExpired()
                            ? "The token has expired."
                            : "The token is not one that this service takes: it is not signed with a key that it knows, or not meant for it.");
        }
    }

    /** It is kept for ever, by a database that does not take every character. */
    private static boolean isName(String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.codePoints()
                        .noneMatch(
                                c ->
                                        Character.isISOControl(c)
                                                || c >= Character.MIN_SURROGATE
                                                        && c <= Character.MAX_SURROGATE);
    }

    /**
     * Those of the claims {@code scope} (RFC 8693), {@code scp} and {@code groups}, as different
     * issuers write them.
     */
    private static Set<Scope> scopes(JsonWebToken token) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Stream.of("scope", "scp", "groups")
                .flatMap(claim -> texts(token.getClaim(claim)))
                .forEach(text -> Scope.of(text).ifPresent(scopes::add));
        return scopes;
    }

    /** Of a list, or of a text whose parts are parted by spaces. */
    private static Stream<String> texts(Object claim) {
        return switch (claim) {
            case null -> Stream.empty();
            case Collection<?> many -> many.stream().flatMap(Tokens::texts);
            case JsonString text -> Stream.of(text.getString());
            default -> Stream.of(claim.toString().split(" "));
        };
    }
}
