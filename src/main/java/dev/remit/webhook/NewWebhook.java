package dev.remit.webhook;

import dev.remit.store.EventFilter;
import dev.remit.store.EventKind;
import dev.remit.store.EventPlace;
import dev.remit.store.WebhookRow;
import java.util.UUID;

/**
 * A webhook that is to be made.
 *
 * @param secret null for one that is generated
 * @param after the place behind which it begins; null for now
 */
public record NewWebhook(
        UUID id, String url, EventFilter filter, SigningSecret secret, EventPlace after) {

    /** Of the calls that want one, the same. Where it began is forgotten by now. */
    boolean isLike(Webhook made) {
        return url.equals(made.url())
                && filter.equals(made.filter())
                && (secret == null || secret.equals(made.secret()));
    }

    /**
     * @param signing the one that was given, or the one that was generated
     * @param now the place that is now
     */
    WebhookRow row(SigningSecret signing, EventPlace now) {
        EventPlace start = after == null ? now : after;
        WebhookRow row = new WebhookRow();
        row.id = id;
        row.url = url;
        row.kinds =
                filter.kinds().isEmpty()
                        ? null
                        : filter.kinds().stream().map(EventKind::name).toArray(String[]::new);
        row.accounts = filter.accounts().isEmpty() ? null : filter.accounts().toArray(UUID[]::new);
        row.secret = signing.text();
        row.state = WebhookRow.State.ACTIVE;
        row.sentSequence = start.sequence();
        row.sentPosition = start.position();
        row.createdAt = WebhookRow.now();
        // Free, so that whoever looks next begins.
        row.leaseUntil = row.createdAt;
        return row;
    }
}
