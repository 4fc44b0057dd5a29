package dev.remit.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.api.event.EventId;
import dev.remit.api.event.EventType;
import dev.remit.webhook.Webhook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as callers see it. */
@Schema(name = "Webhook")
@RegisterForReflection
record WebhookResponse(
        UUID id,
        @Schema(format = "uri", examples = "https://shop.example/ledger-events") String url,
        @Schema(description = "Which events it wants; null for all", nullable = true)
                List<String> types,
        @Schema(description = "Of which accounts; null for all", nullable = true)
                List<UUID> accounts,
        @Schema(description = "UTC, with microseconds") Instant createdAt,
        @Schema(
                        description =
                                "Whether events are sent: failing ones are tried again, disabled ones are not",
                        enumeration = {"active", "failing", "paused", "disabled"})
                String state,
        @Schema(
                        description =
                                "Why the last call has failed, or why there are none any more; null if all is well",
                        nullable = true,
                        examples = "The receiver answered 500.")
                String reason,
        @Schema(
                        description =
                                "All events up to this one have been delivered, or are not wanted",
                        pattern = "^[0-9]+\\.[0-9]+$",
                        examples = "7.1")
                String position,
        @Schema(description = "Failures since the last success", minimum = "0", examples = "0")
                int attempts,
        @Schema(
                        description =
                                "When a call that has failed is made again; null if there is none to be made",
                        nullable = true)
                Instant nextAttemptAt,
        @Schema(
                        description =
                                "What the last call was answered; null if it was not answered, or there was none",
                        nullable = true,
                        examples = "200")
                Integer lastStatus,
        @Schema(
                        description =
                                "The key of the signatures: told when the webhook is made, and never again",
                        examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                String secret) {

    static WebhookResponse of(Webhook webhook) {
        return of(webhook, null);
    }

    /** Only this one tells the secret. */
    static WebhookResponse ofNew(Webhook webhook) {
        return of(webhook, webhook.secret().text());
    }

    private static WebhookResponse of(Webhook webhook, String secret) {
        return new WebhookResponse(
                webhook.id(),
                webhook.url(),
                unlessAll(
                        webhook.filter().kinds(),
                        webhook.filter().kinds().stream().map(EventType::text).sorted().toList()),
                unlessAll(
                        webhook.filter().accounts(),
                        webhook.filter().accounts().stream().sorted().toList()),
                webhook.createdAt(),
                webhook.status().name().toLowerCase(Locale.ROOT),
                webhook.reason(),
                EventId.of(webhook.sent()),
                webhook.attempts(),
                webhook.nextAttempt(),
                webhook.lastStatus(),
                secret);
    }

    private static <T> List<T> unlessAll(Set<?> wanted, List<T> shown) {
        return wanted.isEmpty() ? null : shown;
    }

    /** One page of webhooks, in order of id. */
    @Schema(name = "WebhookPage")
    @RegisterForReflection
    record Page(
            List<WebhookResponse> items,
            @Schema(description = "To be given as after; null on the last page", nullable = true)
                    String next) {

        static Page of(dev.remit.store.Page<Webhook, UUID> page) {
            return new Page(
                    page.items().stream().map(WebhookResponse::of).toList(),
                    page.next() == null ? null : page.next().toString());
        }
    }
}
