package dev.remit.webhook;

import dev.remit.store.CommitTime;
import dev.remit.store.EventPlace;
import dev.remit.store.Failure;
import dev.remit.store.FreshConnections;
import dev.remit.store.Page;
import dev.remit.store.WebhookRow;
import dev.remit.store.WebhookRow.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Makes, reads, changes and deletes webhooks, each in a transaction of its own. */
@ApplicationScoped
@Transactional
@Retry(maxRetries = 5, delay = 10, jitter = 10, maxDuration = 3000)
@ExponentialBackoff(maxDelay = 500)
@RetryWhen(exception = Failure.WorthARetry.class)
@BeforeRetry(FreshConnections.class)
class WebhookStore {

    /**
     * @param secret that was given or generated: in the latter case it tells whether a commit that
     *     was not answered has taken place
     */
    Creation create(NewWebhook wanted, SigningSecret secret, int limit, boolean isDry) {
        WebhookRow existing = WebhookRow.findById(wanted.id());
        if (existing != null) {
            Webhook made = Webhook.of(existing);
            boolean isNew = wanted.secret() == null && made.secret().equals(secret);
            return wanted.isLike(made) ? new Creation.Made(made, !isNew) : new Creation.Exists();
        }
        if (WebhookRow.count() >= limit) {
            return new Creation.TooMany(limit);
        }
        WebhookRow row = wanted.row(secret, EventPlace.behind(CommitTime.last()));
        if (!isDry) {
            row.persist();
        }
        return new Creation.Made(Webhook.of(row), false);
    }

    Page<Webhook, UUID> list(UUID after, int limit) {
        List<Webhook> found = WebhookRow.after(after, limit + 1).stream().map(Webhook::of).toList();
        return Page.of(found, limit, Webhook::id);
    }

    Optional<Webhook> find(UUID id) {
        return WebhookRow.<WebhookRow>findByIdOptional(id).map(Webhook::of);
    }

    Optional<Webhook> pause(UUID id, boolean isDry) {
        return change(
                id,
                isDry,
                row -> {
                    if (row.state == State.ACTIVE) {
                        row.state = State.PAUSED;
                    }
                });
    }

    Optional<Webhook> resume(UUID id, boolean isDry) {
        return change(
                id,
                isDry,
                row -> {
                    // Whoever sends and has no trouble is left in peace.
                    if (row.state != State.ACTIVE || row.attempts > 0) {
                        row.state = State.ACTIVE;
                        beginAnew(row);
                    }
                });
    }

    Optional<Webhook> redeliver(UUID id, EventPlace after, boolean isDry) {
        return change(
                id,
                isDry,
                row -> {
                    row.state = row.state == State.DISABLED ? State.ACTIVE : row.state;
                    row.sentSequence = after.sequence();
                    row.sentPosition = after.position();
                    beginAnew(row);
                });
    }

    boolean delete(UUID id, boolean isDry) {
        return isDry ? WebhookRow.findById(id) != null : WebhookRow.deleteById(id);
    }

    private static void beginAnew(WebhookRow row) {
        row.revision++;
        row.attempts = 0;
        row.failingSince = null;
        row.nextAttempt = null;
        row.reason = null;
    }

    private static Optional<Webhook> change(UUID id, boolean isDry, Consumer<WebhookRow> change) {
        Optional<WebhookRow> found = WebhookRow.findByIdOptional(id);
        if (isDry) {
            QuarkusTransaction.setRollbackOnly();
        }
        found.ifPresent(change);
        return found.map(Webhook::of);
    }
}
