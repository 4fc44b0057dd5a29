package dev.remit.api.access;

import dev.remit.api.access.AccessSettings.Auth;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * A service that serves anybody must have been told to: without a key to verify tokens with it does
 * not start.
 */
@Singleton
class AccessAtStart {

    private static final Logger LOG = Logger.getLogger(AccessAtStart.class);

    /** Before the database is touched. */
    private static final int FIRST = 0;

    private static final String LOCATION = "mp.jwt.verify.publickey.location";
    private static final String KEY = "mp.jwt.verify.publickey";

    /**
     * As the framework's library takes them besides, for keys in key stores and for shared secrets.
     */
    private static final String OTHER_LOCATION = "smallrye.jwt.verify.key.location";

    /** Its word for a setting that has none. */
    private static final String NO_VALUE = "NONE";

    private final AccessSettings settings;
    private final Config config;
    private final Instance<JWTAuthContextInfo> keys;

    AccessAtStart(AccessSettings settings, Config config, Instance<JWTAuthContextInfo> keys) {
        this.settings = settings;
        this.config = config;
        this.keys = keys;
    }

    /**
     * @param serves commands that open no port let nobody in
     */
    void check(
            @Observes @Priority(FIRST) StartupEvent start,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serves) {
        if (!serves) {
            return;
        }
        if (settings.auth() == Auth.NONE) {
            LOG.info(
                    "Access is open (remit.auth=none): whoever reaches the port may read and post everything, and the history names nobody");
        } else if (Stream.of(LOCATION, KEY, OTHER_LOCATION).noneMatch(this::isSet)) {
            throw new ConfigurationException(
                    "Nobody could be let in: set MP_JWT_VERIFY_PUBLICKEY_LOCATION to the public key, or the JWKS, of whoever issues your tokens, or set REMIT_AUTH=none if whoever reaches the port may do everything.");
        } else {
            checkKey();
        }
    }

    /** What is fetched from elsewhere is fetched when it is needed, and again when it changes. */
    private void checkKey() {
        String location = text(LOCATION) + text(OTHER_LOCATION);
        if (location.startsWith("http")) {
            return;
        }
        boolean isReadable;
        try {
            isReadable = new Keys(keys.get()).areThere();
        } catch (UnresolvableKeyException | RuntimeException e) {
            LOG.debug("The key cannot be read", e);
            isReadable = false;
        }
        if (!isReadable) {
            throw new ConfigurationException(
                    location.isEmpty()
                            ? "There is no public key in "
                                    + KEY
                                    + ": it takes a key in PEM, or a JWK or JWKS."
                            : "There is no public key at %s: MP_JWT_VERIFY_PUBLICKEY_LOCATION takes the path or URL of a key in PEM, or of a JWK or JWKS."
                                    .formatted(location));
        }
    }

    private boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class)
                .map(String::strip)
                .filter(value -> !value.equals(NO_VALUE))
                .orElse("");
    }

    /** As tokens will be verified with. */
    private static final class Keys extends KeyLocationResolver {

        Keys(JWTAuthContextInfo where) throws UnresolvableKeyException {
            super(where);
        }

        boolean areThere() {
            return key != null || jsonWebKeys != null && !jsonWebKeys.isEmpty();
        }
    }
}
