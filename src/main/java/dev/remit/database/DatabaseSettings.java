package dev.remit.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Which database, besides {@code DATABASE_URL}. As the mapping of the whole prefix it also makes a
 * setting of Remit's that nobody knows a mistake that ends the start.
 */
@ConfigMapping(prefix = "remit")
public interface DatabaseSettings {

    /**
     * In development and tests only: {@code container}, {@code binary} or {@code embedded} instead
     * of the best that is there.
     */
    Optional<String> devdb();

    /**
     * Whether a start brings the schema to this program's version. If not, it looks whether {@code
     * remit migrate} has, and ends if it has not: many replicas then do not race for a change of
     * the schema, and the service's user of the database needs no right to make one.
     */
    @WithDefault("true")
    boolean migrateAtStart();
}
