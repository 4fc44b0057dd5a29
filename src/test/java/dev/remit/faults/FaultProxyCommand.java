package dev.remit.faults;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/**
 * The proxy by itself, for whoever wants to see what a service does on a bad day. It needs nothing
 * but a JDK and the compiled test classes:
 *
 * <pre>
 * java -cp target/test-classes dev.remit.faults.FaultProxyCommand \
 *     --listen 26258 --target localhost:26257 --fault commit-40003-executed=0.01
 * </pre>
 */
public final class FaultProxyCommand {

    static final String USAGE =
            """
            usage: FaultProxyCommand --target HOST:PORT [--listen PORT] [--seed NUMBER] [--fault NAME=PROBABILITY]...

              --target HOST:PORT        the server, PostgreSQL or CockroachDB, without encryption
              --listen PORT             where clients connect, on loopback only (default: a free port)
              --seed NUMBER             the same faults again for the same seed (default: 1)
              --fault NAME=PROBABILITY  0 to 1, any number of these; NAME is one of
                  statement-SQLSTATE        answered with this error instead of executed
                  statement-lost            connection closed instead of executed
                  statement-delay-NUMBERms  executed, answered late
                  commit-SQLSTATE           rolled back and answered with this error
                  commit-SQLSTATE-executed  committed and answered with this error
                  commit-lost               rolled back, connection closed
                  commit-lost-executed      committed, connection closed without an answer
                  commit-lost-executed-NUMBERms  connection closed, committed so much later
                  commit-delay-NUMBERms     committed, answered late

            A SQLSTATE of 57P.. closes the connection after the error.""";

    private static final int WRONG_USAGE = 2;

    private FaultProxyCommand() {}

    public static void main(String... args) throws InterruptedException {
        FaultProxyOptions options;
        try {
            options = FaultProxyOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(WRONG_USAGE);
            return;
        }
        if (options.help()) {
            System.out.println(USAGE);
            return;
        }
        try (FaultProxy proxy = start(options, System.out)) {
            System.out.println(
                    "listening on 127.0.0.1:" + proxy.port() + " for " + options.target());
            new CountDownLatch(1).await();
        }
    }

    /** Prints each fault as a line to {@code out}. */
    static FaultProxy start(FaultProxyOptions options, PrintStream out) {
        FaultProxy proxy = FaultProxy.between(options.listen(), options.host(), options.port());
        proxy.onInjection(
                injection ->
                        out.println(
                                Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + injection));
        proxy.chaos(options.seed(), options.faults());
        return proxy;
    }
}
