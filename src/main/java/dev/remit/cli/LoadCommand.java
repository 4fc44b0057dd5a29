package dev.remit.cli;

import dev.remit.cli.client.Token;
import dev.remit.load.BookResult;
import dev.remit.load.LoadOptions;
import dev.remit.load.LoadReport;
import dev.remit.load.LoadRun;
import dev.remit.load.TrafficResult;
import dev.remit.load.UnreachableException;
import io.quarkus.runtime.ImageMode;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code load}: puts a running service under load, reports how it did, and checks its books. */
@Command(
        name = "load",
        description =
                "Opens accounts of its own at a running service, sends transfers between them, prints throughput and latency, and checks that the books show every transfer exactly once. A service that wants a token gets the one in the environment variable REMIT_TOKEN.",
        separator = " ",
        sortOptions = false,
        abbreviateSynopsis = true,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the books balance",
            "1:they do not",
            "2:wrong options",
            "3:the service could not be reached"
        })
final class LoadCommand implements Callable<Integer> {

    private static final int BALANCED = 0;
    private static final int NOT_BALANCED = 1;
    private static final int UNREACHABLE = 3;

    private static final String NETTY_NO_UNSAFE = "io.netty.noUnsafe";

    @Spec private CommandSpec spec;
    @ParentCommand private Arguments program;

    @Mixin private LoadArguments arguments;

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        silenceNetty();
        LoadOptions options = options();
        try (LoadRun run = LoadRun.silent(options, token())) {
            return call(options, run);
        } catch (UnreachableException e) {
            program.err().println("load: " + e.getMessage() + ".");
            return UNREACHABLE;
        }
    }

    private String token() {
        try {
            return Token.of(program.variable(Token.VARIABLE));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    LoadOptions options() {
        try {
            return arguments.options();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int call(LoadOptions options, LoadRun run)
            throws UnreachableException, InterruptedException {
        PrintStream out = program.out();
        CountDownLatch reported = new CountDownLatch(1);
        OnInterrupt onInterrupt = OnInterrupt.run("load-interrupt", () -> endEarly(run, reported));
        try {
            follow(
                    run,
                    () -> {
                        run.openAccounts();
                        return null;
                    });
            TrafficResult traffic = follow(run, run::sendTransfers);
            if (!json) {
                out.print(LoadReport.traffic(options, traffic));
                out.flush();
            }
            BookResult books = null;
            if (!traffic.interrupted()) {
                reported.countDown();
                books = follow(run, run::checkBooks);
            }
            out.print(
                    json
                            ? LoadReport.json(options, traffic, books) + System.lineSeparator()
                            : LoadReport.books(books));
            out.flush();
            return books == null || books.balanced() ? BALANCED : NOT_BALANCED;
        } finally {
            reported.countDown();
            onInterrupt.forget();
        }
    }

    /** Shows how far the run is while it takes one of its steps. */
    private <T> T follow(LoadRun run, Callable<T> step)
            throws UnreachableException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(step);
        Thread.ofPlatform().name("load").daemon().start(task);
        try {
            return Progress.on(program.err()).follow(task, run::progress);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreachableException unreachable) {
                throw unreachable;
            }
            throw new CompletionException(e.getCause());
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
     * into the report. Without it a request costs no more (measured). A native image has settled
     * this when it was built.
     */
    private static void silenceNetty() {
        if (ImageMode.current() == ImageMode.JVM && System.getProperty(NETTY_NO_UNSAFE) == null) {
            System.setProperty(NETTY_NO_UNSAFE, "true");
        }
    }
}
