package dev.remit.api.webhook;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.event.EventId;
import dev.remit.api.event.EventType;
import dev.remit.api.problem.Problems;
import dev.remit.store.EventFilter;
import dev.remit.webhook.NewWebhook;
import dev.remit.webhook.SigningSecret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook to be made. */
@Schema(name = "NewWebhook")
record WebhookRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(
                        description =
                                "Where to POST: https, without a user, a password or a fragment. Whoever may read webhooks reads it",
                        format = "uri",
                        examples = "https://shop.example/ledger-events")
                @NotNull
                @Size(max = MAX_URL)
                String url,
        @Schema(
                        description = "Only events of these types; of all if absent",
                        examples = "[\"dev.remit.transfer.posted\"]")
                @Size(min = 1, max = MAX_TYPES)
                List<@NotNull String> types,
        @Schema(
                        description =
                                "Only what happens to these accounts, and transfers from or to them; everything if absent")
                @Size(min = 1, max = MAX_ACCOUNTS)
                List<@NotNull UUID> accounts,
        @Schema(
                        description =
                                "The key of the signatures: whsec_ and 24 to 64 bytes in base64; generated if absent",
                        examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
                @Size(max = MAX_SECRET)
                String secret,
        @Schema(
                        description =
                                "The id of an event, behind which it begins: 0.0 for the first one ever; with what happens from now on if absent",
                        examples = "7.1")
                String after) {

    static final int MAX_URL = 2048;
    static final int MAX_TYPES = 20;
    static final int MAX_ACCOUNTS = 100;
    static final int MAX_SECRET = 100;

    NewWebhook webhook(IdempotencyKey key) {
        return new NewWebhook(
                key.id(),
                url,
                new EventFilter(
                        types == null ? Set.of() : EventType.query("types", types),
                        accounts == null ? Set.of() : Set.copyOf(accounts)),
                secret == null
                        ? null
                        : SigningSecret.parse(secret)
                                .orElseThrow(
                                        () ->
                                                Problems.invalid(
                                                        "secret",
                                                        "must be whsec_ and 24 to 64 bytes in base64")),
                after == null ? null : EventId.query("after", after));
    }
}
