package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the queue said to whoever submitted a single command. */
final class QueueAnswers {

    private QueueAnswers() {}

    /** It was posted, as this. */
    static Transfer posting(CompletableFuture<List<Outcome>> answer) {
        return ((Outcome.Posted) answer.join().getFirst()).transfer();
    }

    /** It was neither posted nor refused, for this reason. */
    static Reason reason(CompletableFuture<List<Outcome>> answer) {
        List<Reason> reasons = new ArrayList<>();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(e -> reasons.add(((NotCommitted) e.getCause()).reason()));
        return reasons.getFirst();
    }
}
