package dev.remit.api.webhook;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.api.problem.Problems;
import java.util.UUID;

/** What can be wrong with a call about webhooks. */
final class WebhookProblems {

    private WebhookProblems() {}

    static ProblemException notFound(String webhook) {
        return of(Problems.webhookNotFound(webhook));
    }

    static ProblemException exists(UUID webhook) {
        return of(
                Problem.of(
                                ProblemType.WEBHOOK_EXISTS,
                                "The webhook %s exists with another address, other events or another secret."
                                        .formatted(webhook))
                        .with("webhook", webhook));
    }

    static ProblemException tooMany(int limit) {
        return of(
                Problem.of(
                        ProblemType.WEBHOOK_LIMIT,
                        "There may be %d webhooks; delete one first.".formatted(limit)));
    }

    /** Which address it is, is not told: names inside of a network are nobody's business. */
    static ProblemException refused() {
        return of(
                Problem.of(
                        ProblemType.ADDRESS_NOT_ALLOWED,
                        "The URL leads to an address that this service may not call, such as one of a private network."));
    }

    private static ProblemException of(Problem problem) {
        return new ProblemException(problem);
    }
}
