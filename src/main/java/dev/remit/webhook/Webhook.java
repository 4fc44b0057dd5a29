package dev.remit.webhook;

import dev.remit.store.EventFilter;
import dev.remit.store.EventKind;
import dev.remit.store.EventPlace;
import dev.remit.store.WebhookRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody who is told what happens.
 *
 * @param filter which events they want
 * @param reason why the last call has failed, or why there are none any more; null if all is well
 * @param sent everything up to there has been delivered, or is not wanted
 * @param revision of what others than the sender have set
 * @param attempts that have failed since the last success
 * @param failingSince null if the last call did not fail
 * @param nextAttempt null if the next event is sent as soon as there is one
 * @param lastStatus what the last call was answered; null if it was not answered, or there was none
 */
public record Webhook(
        UUID id,
        String url,
        EventFilter filter,
        SigningSecret secret,
        Instant createdAt,
        Status status,
        String reason,
        EventPlace sent,
        long revision,
        int attempts,
        Instant failingSince,
        Instant nextAttempt,
        Integer lastStatus) {

    public enum Status {
        ACTIVE,
        /** Active, and the last call has failed. */
        FAILING,
        PAUSED,
        DISABLED
    }

    static Webhook of(WebhookRow row) {
        return new Webhook(
                row.id,
                row.url,
                new EventFilter(kinds(row.kinds), accounts(row.accounts)),
                SigningSecret.parse(row.secret).orElseThrow(),
                row.createdAt,
                status(row),
                row.reason,
                new EventPlace(row.sentSequence, row.sentPosition),
                row.revision,
                row.attempts,
                row.failingSince,
                row.nextAttempt,
                row.lastStatus);
    }

    private static Status status(WebhookRow row) {
        return switch (row.state) {
            case ACTIVE -> row.attempts == 0 ? Status.ACTIVE : Status.FAILING;
            case PAUSED -> Status.PAUSED;
            case DISABLED -> Status.DISABLED;
        };
    }

    private static Set<EventKind> kinds(String[] names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names)
                        .map(EventKind::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> accounts(UUID[] ids) {
        return ids == null ? Set.of() : Set.copyOf(Arrays.asList(ids));
    }
}
