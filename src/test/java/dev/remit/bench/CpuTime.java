package dev.remit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CPU time in microseconds: used so far, or for one transfer. NaN where it cannot be known.
 *
 * @param client the benchmark itself, which is the program that uses SQL, or the load generator
 * @param service 0 where there is none
 * @param database all its processes
 */
record CpuTime(double client, double service, double database) {

    static final CpuTime UNKNOWN = new CpuTime(Double.NaN, Double.NaN, Double.NaN);

    private static final Path PROCESSES = Path.of("/proc");

    /** What Linux counts CPU time in, towards programs, on every machine: 100 in a second. */
    private static final double MICROS_PER_TICK = 10_000;

    // Fields of /proc/PID/stat, counted after the name, which may hold spaces.
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    // Fields of /proc/net/tcp, and a state in it.
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    /** Used so far. */
    static CpuTime read(List<ProcessHandle> services, Optional<ProcessHandle> database) {
        return new CpuTime(
                ofOne(ProcessHandle.current()),
                services.stream().mapToDouble(CpuTime::ofOne).sum(),
                database.map(CpuTime::ofAll).orElse(Double.NaN));
    }

    /** What each transfer has taken since an earlier reading. */
    CpuTime perTransfer(long transfers, CpuTime before) {
        return transfers == 0
                ? UNKNOWN
                : new CpuTime(
                        (client - before.client) / transfers,
                        (service - before.service) / transfers,
                        (database - before.database) / transfers);
    }

    private static double ofOne(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.dividedBy(Duration.ofNanos(1)) / 1e3)
                .orElse(Double.NaN);
    }

    /** With the children, those that have ended too: a process is counted with what it saw end. */
    private static double ofAll(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(CpuTime::withEndedChildren)
                .sum();
    }

    private static double withEndedChildren(ProcessHandle process) {
        try {
            String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * MICROS_PER_TICK;
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }

    /**
     * The database's process that listens on this port, where the operating system tells: on Linux,
     * if it belongs to the same user and does not run in a container.
     */
    static Optional<ProcessHandle> ofDatabaseAt(int port) {
        Set<String> sockets =
                Stream.of("net/tcp", "net/tcp6")
                        .flatMap(table -> listening(PROCESSES.resolve(table), port))
                        .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(CpuTime::isDatabase)
                .filter(process -> hasOpen(process, sockets))
                .findFirst();
    }

    private static Stream<String> listening(Path table, int port) {
        try (Stream<String> lines = Files.lines(table)) {
            String address = ":%04X".formatted(port);
            return lines
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[LOCAL_ADDRESS].endsWith(address))
                    .filter(fields -> fields[STATE].equals(LISTENING))
                    .map(fields -> "socket:[" + fields[INODE] + "]")
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Not a proxy, as that of a container's port. */
    private static boolean isDatabase(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres") || name.startsWith("cockroach"))
                .isPresent();
    }

    private static boolean hasOpen(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(PROCESSES.resolve(process.pid() + "/fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // It has been closed meanwhile.
            return "";
        }
    }
}
