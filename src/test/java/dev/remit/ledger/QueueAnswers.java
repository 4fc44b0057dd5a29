package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.ledger.PostingFailed.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the queue said to whoever submitted a single command. */
final class QueueAnswers {

    private QueueAnswers() {}

    /** It was posted, as this. */
    static Posting posting(CompletableFuture<List<Outcome>> answer) {
        return ((Outcome.Posted) answer.join().getFirst()).posting();
    }

    /** It was neither posted nor refused, for this reason. */
    static Reason reason(CompletableFuture<List<Outcome>> answer) {
        List<Reason> reasons = new ArrayList<>();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(e -> reasons.add(((PostingFailed) e.getCause()).reason()));
        return reasons.getFirst();
    }
}
