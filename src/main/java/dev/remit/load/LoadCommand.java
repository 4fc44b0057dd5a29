package dev.remit.load;

import dev.remit.terminal.OnInterrupt;
import dev.remit.terminal.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** {@code load}: puts a running service under load, reports how it did, and checks its books. */
public final class LoadCommand {

    private static final int BALANCED = 0;
    private static final int NOT_BALANCED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final int UNREACHABLE = 3;

    private static final String NETTY_NO_UNSAFE = "io.netty.noUnsafe";

    private LoadCommand() {}

    /**
     * @param arguments what follows the word {@code load}
     * @param out for the report
     * @param err for progress and for what went wrong
     * @return the exit status: 0 the books balance, 1 they do not, 2 wrong options, 3 the service
     *     could not be reached
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains(LoadArguments.HELP)) {
            out.print(LoadArguments.USAGE);
            return BALANCED;
        }
        silenceNetty();
        LoadArguments parsed;
        try {
            parsed = LoadArguments.parse(arguments, ThreadLocalRandom.current().nextLong());
        } catch (IllegalArgumentException e) {
            err.println("load: " + e.getMessage() + ".");
            err.print(LoadArguments.USAGE);
            return WRONG_OPTIONS;
        }
        try (LoadRun run = new LoadRun(parsed.options(), Progress.on(err))) {
            return run(parsed, run, out);
        } catch (UnreachableException e) {
            err.println("load: " + e.getMessage() + ".");
            return UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("load: interrupted.");
            return UNREACHABLE;
        }
    }

    private static int run(LoadArguments arguments, LoadRun run, PrintStream out)
            throws UnreachableException, InterruptedException {
        CountDownLatch reported = new CountDownLatch(1);
        OnInterrupt onInterrupt = OnInterrupt.run("load-interrupt", () -> endEarly(run, reported));
        try {
            run.openAccounts();
            TrafficResult traffic = run.sendTransfers();
            if (!arguments.json()) {
                out.print(LoadReport.traffic(arguments.options(), traffic));
                out.flush();
            }
            BookResult books = null;
            if (!traffic.interrupted()) {
                reported.countDown();
                books = run.checkBooks();
            }
            out.print(
                    arguments.json()
                            ? LoadJson.write(new LoadResult(arguments.options(), traffic, books))
                                    + System.lineSeparator()
                            : LoadReport.books(books));
            out.flush();
            return books == null || books.balanced() ? BALANCED : NOT_BALANCED;
        } finally {
            reported.countDown();
            onInterrupt.forget();
        }
    }

    /** On Ctrl-C the virtual machine ends when this returns: not before the report is printed. */
    private static void endEarly(LoadRun run, CountDownLatch reported) {
        if (run.interrupt()) {
            try {
                reported.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * From JDK 24 on, Netty's use of Unsafe has the virtual machine print four lines of warnings
     * into the report. Without it a request costs no more (measured).
     */
    private static void silenceNetty() {
        if (System.getProperty(NETTY_NO_UNSAFE) == null) {
            System.setProperty(NETTY_NO_UNSAFE, "true");
        }
    }
}
