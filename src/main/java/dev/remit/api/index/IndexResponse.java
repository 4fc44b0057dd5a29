package dev.remit.api.index;

import dev.remit.api.Routes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where everything is. */
@Schema(name = "Index")
@RegisterForReflection
public record IndexResponse(
        @Schema(description = "The accounts, page by page") String accounts,
        @Schema(description = "How many accounts there are, and what they hold together")
                String summary,
        @Schema(description = "The head of the ledger") String ledger,
        @Schema(description = "Everything that has happened, page by page") String events,
        @Schema(description = "Who is told what happens, page by page") String webhooks,
        @Schema(description = "Which balances are watched, page by page") String monitors,
        @Schema(description = "This document") String openapi,
        @Schema(description = "The same of what the service tells by itself") String asyncapi,
        @Schema(description = "The same as a page, to try it out") String page,
        @Schema(description = "Whether the service is well") String health,
        @Schema(description = "What it measures, for Prometheus") String metrics) {

    static final IndexResponse LINKS =
            new IndexResponse(
                    Routes.ACCOUNTS,
                    Routes.ACCOUNTS + Routes.SUMMARY,
                    Routes.LEDGER,
                    Routes.EVENTS,
                    Routes.WEBHOOKS,
                    Routes.MONITORS,
                    "/q/openapi",
                    "/q/asyncapi",
                    "/q/swagger-ui/",
                    "/q/health",
                    "/q/metrics");
}
