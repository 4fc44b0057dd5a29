package dev.remit.database;

import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;

/**
 * What to tell a person whose database has tables that this program did not make. Flyway's own
 * advice would have them taken for Remit's.
 */
final class ForeignTables {

    private ForeignTables() {}

    /** One sentence, or nothing if that is not what is wrong. */
    static Optional<String> of(FlywayException refused, DatabaseAddress address) {
        if (!(refused.getErrorCode() instanceof CoreErrorCode code)) {
            return Optional.empty();
        }
        return switch (code) {
            case NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE ->
                    Optional.of(
                            "The database %s has tables in it that are not Remit's: make one of its own with CREATE DATABASE, and name that at the end of DATABASE_URL."
                                    .formatted(address));
            case VALIDATE_ERROR ->
                    Optional.of(
                            "The tables of the database %s are not those of this version of Remit (%s): start the version that made them, or name another database at the end of DATABASE_URL."
                                    .formatted(address, difference(refused)));
            default -> Optional.empty();
        };
    }

    /** The second line: the first one only says that there is one. */
    private static String difference(FlywayException refused) {
        return refused.getMessage()
                .lines()
                .skip(1)
                .findFirst()
                .map(line -> line.replaceFirst("[.\\s]+$", ""))
                .orElse("no reason given");
    }
}
