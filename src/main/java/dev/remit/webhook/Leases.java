package dev.remit.webhook;

import dev.remit.store.EventPlace;
import dev.remit.store.Failure;
import dev.remit.store.FreshConnections;
import dev.remit.store.WebhookRow;
import dev.remit.store.WebhookRow.Claim;
import dev.remit.store.WebhookRow.State;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Which instance sends to whom, and how far it is. All times here are the database's, so that no
 * instance's clock has to be right.
 */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
class Leases {

    /**
     * @param pause how long to wait before anything is sent; zero for not
     */
    record Leased(Webhook webhook, Duration pause) {}

    /**
     * @param pause until the next attempt; null if there is none
     */
    record Failing(Duration pause) {}

    private final WebhookSettings settings;
    private final Backoff backoff;

    Leases(WebhookSettings settings) {
        this.settings = settings;
        this.backoff =
                new Backoff(settings.firstPause(), settings.longestPause(), settings.giveUpAfter());
    }

    /** All that an instance has from now on: what it had, and what nobody else has. */
    List<Leased> look(UUID owner) {
        return WebhookRow.lease(owner, settings.lease()).stream().map(this::leased).toList();
    }

    private Leased leased(WebhookRow row) {
        Instant now = row.leaseUntil.minus(settings.lease());
        Duration pause =
                row.nextAttempt == null || row.nextAttempt.isBefore(now)
                        ? Duration.ZERO
                        : Duration.between(now, row.nextAttempt);
        return new Leased(Webhook.of(row), pause);
    }

    void giveBack(UUID owner) {
        WebhookRow.giveBack(owner);
    }

    /** Returns false, and changes nothing, if the webhook is not the sender's any more. */
    boolean delivered(Claim claim, EventPlace place, Integer status) {
        return WebhookRow.delivered(claim, place, status);
    }

    /** Empty, and nothing is changed, if the webhook is not the sender's any more. */
    Optional<Failing> failed(Claim claim, CallResult result) {
        WebhookRow row = WebhookRow.findById(claim.webhook());
        if (row == null) {
            return Optional.empty();
        }
        Instant now = WebhookRow.now();
        Instant since = row.failingSince == null ? now : row.failingSince;
        int attempts = row.attempts + 1;
        boolean isOver = result.isFinal() || backoff.isOver(since, now);
        Duration pause = backoff.pause(attempts, ThreadLocalRandom.current().nextDouble());
        WebhookRow.Failed failure =
                new WebhookRow.Failed(
                        attempts,
                        since,
                        isOver ? null : now.plus(pause),
                        result.failure(),
                        result.status(),
                        isOver ? State.DISABLED : row.state);
        return WebhookRow.failed(claim, failure)
                ? Optional.of(new Failing(isOver ? null : pause))
                : Optional.empty();
    }
}
