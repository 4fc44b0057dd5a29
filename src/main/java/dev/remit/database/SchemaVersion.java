package dev.remit.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * How far a database's schema is, and how far this program needs it to be.
 *
 * @param found null if there is none
 * @param failed the version to which a migration was begun and not brought to its end; null if
 *     there is none
 */
record SchemaVersion(MigrationVersion found, MigrationVersion failed, MigrationVersion needed) {

    static SchemaVersion of(MigrationInfoService info) {
        return new SchemaVersion(
                newest(info, MigrationState::isApplied),
                newest(info, MigrationState::isFailed),
                newest(info, MigrationState::isResolved));
    }

    private static MigrationVersion newest(
            MigrationInfoService info, Predicate<MigrationState> state) {
        return Arrays.stream(info.all())
                .filter(migration -> state.test(migration.getState()))
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** One sentence that says what is wrong and what to do, unless nothing is. */
    Optional<String> trouble(DatabaseAddress address) {
        if (failed != null) {
            return Optional.of(
                    "The migration of the database %s to version %s has failed: its reason is what 'remit migrate' has printed; mend it and run that again."
                            .formatted(address, failed));
        }
        if (found == null) {
            return Optional.of(
                    "The database %s has no schema yet, and this start does not make one (remit.migrate-at-start is false): run 'remit migrate' first."
                            .formatted(address));
        }
        int order = found.compareTo(needed);
        if (order < 0) {
            return Optional.of(
                    "The schema of the database %s is of version %s and this program needs %s, to which this start does not bring it (remit.migrate-at-start is false): run 'remit migrate' of this program first."
                            .formatted(address, found, needed));
        }
        if (order > 0) {
            return Optional.of(
                    "The schema of the database %s is of version %s, which is newer than this program (%s): start the Remit that brought it there, or a newer one."
                            .formatted(address, found, needed));
        }
        return Optional.empty();
    }
}
