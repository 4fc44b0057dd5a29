package dev.remit.bench;

import dev.remit.database.DatabaseUrl;
import dev.remit.database.StartupFailure;
import dev.remit.devdb.DevDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * {@code ./mvnw -Pbench verify}: compares Remit with transfers by SQL on the same database, and
 * writes what it finds into {@code docs/benchmarks}.
 */
public final class Benchmark {

    private static final String DEVELOPMENT_DATABASE = "remit.devdb";

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("dev.remit.devdb");

    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;

    private Benchmark() {}

    /** Exit status: 0 done, 1 nothing to report, 2 wrong options. */
    public static void main(String[] arguments) {
        AtExit.endWithParent();
        showLog();
        if (System.getProperty(DEVELOPMENT_DATABASE, "").isBlank()) {
            // The build hands it on empty, and it would hide the environment variable.
            System.clearProperty(DEVELOPMENT_DATABASE);
        }
        AtExit atExit = new AtExit();
        int status = 0;
        try {
            run(BenchmarkOptions.read(System::getProperty, System::getenv), atExit);
        } catch (IllegalArgumentException e) {
            System.err.println("benchmark: " + e.getMessage() + ".");
            status = WRONG_OPTIONS;
        } catch (BenchmarkFailed | StartupFailure | SQLException e) {
            if (!atExit.isEnding()) {
                System.out.println();
                System.err.println("benchmark: " + e.getMessage());
            }
            status = FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = FAILED;
        }
        System.exit(status);
    }

    /** Which development database runs is logged, and without Quarkus nobody prints the log. */
    private static void showLog() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new SimpleFormatter());
        LOG.setLevel(Level.INFO);
        LOG.addHandler(console);
    }

    private static void run(BenchmarkOptions options, AtExit atExit)
            throws BenchmarkFailed, SQLException, InterruptedException {
        RemitProcess.prepare(options);
        boolean configured = options.databaseUrl().isPresent();
        DatabaseUrl server =
                configured ? DatabaseUrl.parse(options.databaseUrl().get()) : DevDatabase.url();
        BenchmarkDatabase database = BenchmarkDatabase.create(server, options.shared());
        if (configured) {
            // The development database ends with this process anyway.
            atExit.close(database);
        }
        System.out.println(database.version() + "; " + Machine.current());
        System.out.println(measure(options, database, atExit));
        System.out.println("Written to " + options.output());
    }

    /** Returns the page that has been written. */
    private static String measure(
            BenchmarkOptions options, BenchmarkDatabase database, AtExit atExit)
            throws BenchmarkFailed, SQLException, InterruptedException {
        SqlAccounts accounts = SqlAccounts.create(database, options.mostAccounts());
        CpuClock clock = new CpuClock(DatabaseProcesses.find(database));
        int connections = options.connections();
        SqlContender tutorial =
                new SqlContender(
                        Names.TUTORIAL,
                        new ReadCheckWrite(),
                        database,
                        accounts,
                        connections,
                        clock);
        List<SqlContender> candidates =
                SingleStatement.CANDIDATES.stream()
                        .map(
                                each ->
                                        new SqlContender(
                                                each.description(),
                                                each,
                                                database,
                                                accounts,
                                                connections,
                                                clock))
                        .toList();
        BestStatement best = new BestStatement(Names.BEST_SQL, candidates);
        Results results = new Results();
        Schedule schedule = new Schedule(System.out);
        new BenchmarkPlan(options, database, atExit, schedule, results, clock).add(tutorial, best);
        schedule.run();
        return new Report(options, database, results, best.trials()).write();
    }
}
