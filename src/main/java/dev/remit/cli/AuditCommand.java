package dev.remit.cli;

import dev.remit.audit.AuditProgress;
import dev.remit.audit.AuditReport;
import dev.remit.audit.AuditResult;
import dev.remit.audit.Auditor;
import dev.remit.audit.Expectation;
import dev.remit.store.Failure;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}: reads all the books and reports what is wrong with them. */
@Command(
        name = "audit",
        description =
                "Reads every account and the whole journal of the database that DATABASE_URL names, and reports what is wrong with them.",
        separator = " ",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the books are right",
            "1:they are wrong",
            "2:wrong options",
            "3:the books could not be read"
        })
final class AuditCommand implements QuarkusCommand {

    private static final int RIGHT = 0;
    private static final int WRONG = 1;
    private static final int UNAVAILABLE = 3;

    @Option(
            names = "--expect",
            paramLabel = "sequence:hash",
            description = {
                "a head of the ledger that was kept (GET /ledger; the hash in 64 hexadecimal digits): anything up to it that was changed since makes the books wrong; may be repeated"
            })
    private List<Expectation> expected = List.of();

    List<Expectation> expected() {
        return expected;
    }

    /** Books that could not be read are not wrong books. */
    @Override
    public int statusOfFailure() {
        return UNAVAILABLE;
    }

    /**
     * @param out for the report
     * @param err for progress, and for what went wrong
     * @return the exit status
     */
    int run(Auditor auditor, PrintStream out, PrintStream err) throws InterruptedException {
        AuditProgress progress = new AuditProgress();
        FutureTask<AuditResult> audit = new FutureTask<>(() -> auditor.audit(progress, expected));
        // Otherwise, on Ctrl-C, the process would not end before the last posting has been read:
        // the framework waits for the command to return.
        OnInterrupt onInterrupt =
                OnInterrupt.run("remit-audit-interrupt", () -> audit.cancel(true));
        try {
            Thread.ofPlatform().name("remit-audit").daemon().start(audit);
            AuditResult result = Progress.on(err).follow(audit, progress::line);
            AuditReport.print(result, out);
            return result.isRight() ? RIGHT : WRONG;
        } catch (CancellationException e) {
            err.println("audit: ended before all the books were read.");
            return UNAVAILABLE;
        } catch (ExecutionException e) {
            err.println("audit: " + sentence(e.getCause()));
            return UNAVAILABLE;
        } finally {
            onInterrupt.forget();
        }
    }

    private static String sentence(Throwable failed) {
        String said =
                Optional.ofNullable(failed.getMessage())
                        .flatMap(message -> message.lines().findFirst())
                        .orElse(failed.getClass().getSimpleName());
        return switch (Failure.of(failed).kind()) {
            case UNAVAILABLE -> "the database does not answer, or not in time (" + said + ").";
            case CONFLICT, UNKNOWN ->
                    "other transactions got in the way each time (" + said + "): try again.";
            case LOCKED, PERMANENT -> "the books cannot be read (" + said + ").";
        };
    }
}
