package dev.remit.database;

import io.smallrye.config.ConfigMapping;
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
}
