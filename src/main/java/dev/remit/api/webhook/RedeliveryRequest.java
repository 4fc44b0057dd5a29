package dev.remit.api.webhook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From where events are to be delivered. */
@Schema(name = "Redelivery")
record RedeliveryRequest(
        @Schema(
                        description =
                                "The id of an event, behind which it begins: 0.0 for the first one ever",
                        examples = "7.1")
                @NotNull
                String after) {}
