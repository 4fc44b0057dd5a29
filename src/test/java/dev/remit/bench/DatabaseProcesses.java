package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The processes of a database on this machine, where the operating system tells about them: on
 * Linux, if it does not run in a container.
 */
final class DatabaseProcesses {

    /** What Linux counts CPU time in, towards programs, on every machine: 100 in a second. */
    private static final Duration TICK = Duration.ofMillis(10);

    // Fields of /proc/PID/stat, counted after the name, which may hold spaces.
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    private final ProcessHandle root;

    private DatabaseProcesses(ProcessHandle root) {
        this.root = root;
    }

    static Optional<DatabaseProcesses> find(BenchmarkDatabase database) throws SQLException {
        if (!database.isLocal() || !Files.exists(Path.of("/proc/self/stat"))) {
            return Optional.empty();
        }
        return switch (database.kind()) {
            case POSTGRESQL -> postgres(database).map(DatabaseProcesses::new);
            case COCKROACHDB -> cockroach().map(DatabaseProcesses::new);
        };
    }

    /** The parent of the process that serves a connection. */
    private static Optional<ProcessHandle> postgres(BenchmarkDatabase database)
            throws SQLException {
        try (Connection connection = database.connect(Connection.TRANSACTION_SERIALIZABLE, 1)) {
            long pid =
                    Long.parseLong(BenchmarkDatabase.text(connection, "SELECT pg_backend_pid()"));
            return ProcessHandle.of(pid)
                    .filter(isProgram("postgres"))
                    .flatMap(ProcessHandle::parent)
                    .filter(isProgram("postgres"));
        }
    }

    /** Of several it cannot be told which one it is. */
    private static Optional<ProcessHandle> cockroach() {
        List<ProcessHandle> all =
                ProcessHandle.allProcesses().filter(isProgram("cockroach")).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Predicate<ProcessHandle> isProgram(String name) {
        return process ->
                process.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString().equals(name))
                        .orElse(false);
    }

    /**
     * Used so far, by those that have ended too: a process is counted with the children that it has
     * seen end.
     */
    Duration cpu() {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(DatabaseProcesses::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return TICK.multipliedBy(ticks);
        } catch (IOException e) {
            // It has ended meanwhile.
            return Duration.ZERO;
        }
    }
}
