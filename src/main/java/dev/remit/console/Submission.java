package dev.remit.console;

import dev.remit.api.LedgerService;
import dev.remit.api.problem.ProblemException;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/**
 * Hands commands in and waits for what becomes of them: people are few, and their pages are not to
 * be made by the thread that commits.
 */
@Singleton
public class Submission {

    private final LedgerService ledger;

    Submission(LedgerService ledger) {
        this.ledger = ledger;
    }

    /** Throws {@link ProblemException} if it is rejected. */
    public Outcome submit(Command command, boolean isDry) {
        try {
            return ledger.submit(command, isDry, null).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException rejected) {
                throw rejected;
            }
            throw e;
        }
    }
}
