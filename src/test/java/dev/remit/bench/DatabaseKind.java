package dev.remit.bench;

/** Which database it is, where that makes a difference to the benchmark. */
enum DatabaseKind {
    COCKROACHDB("cockroachdb", "CockroachDB"),
    POSTGRESQL("postgresql", "PostgreSQL");

    private final String fileName;
    private final String displayName;

    DatabaseKind(String fileName, String displayName) {
        this.fileName = fileName;
        this.displayName = displayName;
    }

    /**
     * @param version what {@code SELECT version()} answers
     */
    static DatabaseKind of(String version) {
        return version.startsWith("CockroachDB") ? COCKROACHDB : POSTGRESQL;
    }

    /** The version without the platform and the compiler, which follow it. */
    static String shortVersion(String version) {
        return version.replaceFirst(" (\\(| ?on ).*", "").strip();
    }

    /** Of the results, without the ending. */
    String fileName() {
        return fileName;
    }

    String displayName() {
        return displayName;
    }

    /** How many clients are connected to the server, this one included. */
    String clients() {
        return switch (this) {
            case COCKROACHDB -> "SELECT count(*) FROM [SHOW CLUSTER SESSIONS]";
            case POSTGRESQL ->
                    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'";
        };
    }

    String dropDatabase(String name) {
        return switch (this) {
            case COCKROACHDB -> "DROP DATABASE IF EXISTS " + name + " CASCADE";
            case POSTGRESQL -> "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)";
        };
    }
}
