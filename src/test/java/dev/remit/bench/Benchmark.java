package dev.remit.bench;

import dev.remit.database.DatabaseUrl;
import dev.remit.database.StartupFailure;
import dev.remit.devdb.DevDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./mvnw -Pbench verify}: compares Remit with transfers by SQL on the same database, and
 * with an earlier Remit, and writes what it finds into {@code docs/benchmarks}.
 */
public final class Benchmark {

    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;

    private final BenchmarkOptions options;
    private final AtExit atExit;

    private Benchmark(BenchmarkOptions options, AtExit atExit) {
        this.options = options;
        this.atExit = atExit;
    }

    /** Exit status: 0 done, 1 nothing to report, 2 wrong options. */
    public static void main(String[] arguments) {
        AtExit atExit = new AtExit();
        int status = 0;
        try {
            BenchmarkOptions options = BenchmarkOptions.read(System::getProperty, System::getenv);
            new Benchmark(options, atExit).run();
        } catch (IllegalArgumentException e) {
            System.err.println("benchmark: " + e.getMessage() + ".");
            status = WRONG_OPTIONS;
        } catch (IllegalStateException | StartupFailure | SQLException | IOException e) {
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

    private void run() throws SQLException, IOException, InterruptedException {
        requireProgram(options.program());
        options.baseline().ifPresent(Benchmark::requireProgram);
        Files.createDirectories(options.work());
        DatabaseUrl server = server();
        BenchmarkDatabase database = database(server, "");
        System.out.println(database.version() + "; " + Machine.current());

        List<RemitProgram> compared = new ArrayList<>();
        compared.add(program(Report.REMIT, options.program(), database));
        if (options.baseline().isPresent()) {
            compared.add(
                    program(Report.BEFORE, options.baseline().get(), database(server, "_before")));
        }
        List<RemitProgram> withoutFsync = new ArrayList<>();
        if (options.startsServer()) {
            DatabaseUrl unsafe = EmbeddedServer.start(options.work(), false, atExit);
            withoutFsync.add(
                    program(Report.WITHOUT_FSYNC, options.program(), database(unsafe, "")));
        }

        SqlAccounts accounts = SqlAccounts.create(database, options.mostAccounts());
        SqlContender tutorial = sql(Report.TUTORIAL, List.of(SqlMethod.READ_CHECK_WRITE), accounts);
        SqlContender best = sql(Report.BEST_SQL, SqlMethod.SINGLE_STATEMENTS, accounts);
        Results results =
                new BenchmarkRun(options, List.of(tutorial, best), compared, withoutFsync)
                        .measure();
        System.out.println(new Report(options, database, results, best.trials()).write());
        System.out.println("Written to " + options.output());
    }

    private static void requireProgram(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    jar + " is not there: the benchmark runs after package");
        }
    }

    private DatabaseUrl server() {
        if (options.startsServer()) {
            return EmbeddedServer.start(options.work(), true, atExit);
        }
        return options.databaseUrl().map(DatabaseUrl::parse).orElseGet(DevDatabase::url);
    }

    private BenchmarkDatabase database(DatabaseUrl server, String purpose) {
        BenchmarkDatabase database = BenchmarkDatabase.create(server, purpose, options.shared());
        if (options.databaseUrl().isPresent()) {
            // The others end with this process anyway.
            atExit.close(database);
        }
        return database;
    }

    private RemitProgram program(String name, Path jar, BenchmarkDatabase database) {
        return new RemitProgram(name, jar, database, options, atExit);
    }

    private SqlContender sql(String name, List<SqlMethod> methods, SqlAccounts accounts) {
        return new SqlContender(name, methods, accounts, options.connections());
    }
}
