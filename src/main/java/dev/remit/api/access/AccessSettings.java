package dev.remit.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Who is let in, and how often. Which key tokens are signed with is {@code mp.jwt.verify.*}. */
@ConfigMapping(prefix = "remit")
public interface AccessSettings {

    enum Auth {
        /** Whoever has a token, for what its scopes allow. */
        JWT,
        /** Everybody, for everything. */
        NONE
    }

    /** The default depends on the profile, so it is in application.properties. */
    Auth auth();

    RateLimit rateLimit();

    interface RateLimit {

        /** How many requests a caller may make in a period; as many as they like unless set. */
        OptionalInt requests();

        @WithDefault("1m")
        Duration period();
    }
}
