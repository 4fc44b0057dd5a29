package dev.remit.api.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.ledger.Monitor;
import dev.remit.store.MonitorRow;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A monitor, as it was created: nothing of it ever changes. */
@Schema(name = "Monitor")
@RegisterForReflection
public record MonitorResponse(
        UUID id,
        @Schema(description = "Whose balance it watches") UUID account,
        @Schema(
                        description =
                                "Minor units: an event when the balance comes to be less; absent where there is above",
                        examples = "500")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Long below,
        @Schema(
                        description =
                                "Minor units: an event when the balance comes to be more; absent where there is below",
                        examples = "100000")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Long above,
        @Schema(description = "UTC, with microseconds") Instant createdAt) {

    /** One page of monitors, in order of id. */
    @Schema(name = "MonitorPage")
    @RegisterForReflection
    public record Page(
            List<MonitorResponse> items,
            @Schema(description = "To be given as after; null on the last page", nullable = true)
                    String next) {

        static Page of(dev.remit.store.Page<MonitorRow, UUID> page) {
            return new Page(
                    page.items().stream().map(MonitorResponse::from).toList(),
                    page.next() == null ? null : page.next().toString());
        }
    }

    static MonitorResponse from(MonitorRow row) {
        return from(row.monitor(), row.committedAt);
    }

    public static MonitorResponse from(Monitor monitor, Instant createdAt) {
        return new MonitorResponse(
                monitor.id(), monitor.account(), monitor.below(), monitor.above(), createdAt);
    }
}
