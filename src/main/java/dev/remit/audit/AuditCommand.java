package dev.remit.audit;

import dev.remit.store.Failure;
import dev.remit.terminal.OnInterrupt;
import dev.remit.terminal.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** {@code audit}: reads all the books and reports what is wrong with them. */
@ApplicationScoped
public class AuditCommand {

    public static final int UNAVAILABLE = 3;

    private static final int RIGHT = 0;
    private static final int WRONG = 1;

    private final Auditor auditor;

    AuditCommand(Auditor auditor) {
        this.auditor = auditor;
    }

    /**
     * @param out for the report
     * @param err for progress, and for what went wrong
     * @return the exit status: 0 the books are right, 1 they are not, 3 they could not be read
     */
    public int run(PrintStream out, PrintStream err) throws InterruptedException {
        AuditProgress progress = new AuditProgress();
        CompletableFuture<AuditResult> audit = new CompletableFuture<>();
        Thread reader =
                Thread.ofPlatform()
                        .name("remit-audit")
                        .daemon()
                        .unstarted(() -> audit(audit, progress));
        OnInterrupt onInterrupt =
                OnInterrupt.run("remit-audit-interrupt", () -> endEarly(audit, reader));
        try {
            reader.start();
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

    private void audit(CompletableFuture<AuditResult> result, AuditProgress progress) {
        try {
            result.complete(auditor.audit(progress, List.of()));
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * On Ctrl-C the framework waits for the command to return, which would not be before the last
     * posting has been read.
     */
    private static void endEarly(CompletableFuture<AuditResult> audit, Thread reader) {
        audit.cancel(false);
        reader.interrupt();
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
