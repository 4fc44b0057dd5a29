package dev.remit.api.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.ledger.Event;
import dev.remit.ledger.Monitor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a monitor tells, and what is told of one that has ended. */
final class MonitorData {

    private MonitorData() {}

    /** It was deleted, or its account is closed next. */
    @Schema(name = "DeletedMonitor")
    @RegisterForReflection
    public record Deleted(
            UUID id,
            @Schema(description = "Whose balance it watched") UUID account,
            @Schema(description = "Minor units; absent where there is above", examples = "500")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    Long below,
            @Schema(description = "Minor units; absent where there is below", examples = "100000")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    Long above) {

        static Deleted of(Event.MonitorDeleted event) {
            Monitor monitor = event.monitor();
            return new Deleted(monitor.id(), monitor.account(), monitor.below(), monitor.above());
        }
    }

    /** The balance has crossed its line. */
    @Schema(name = "Crossing")
    @RegisterForReflection
    public record Crossed(
            UUID monitor,
            @Schema(description = "Whose balance it was") UUID account,
            @Schema(
                            description =
                                    "Minor units: the balance has come to be less; absent where there is above",
                            examples = "500")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    Long below,
            @Schema(
                            description =
                                    "Minor units: the balance has come to be more; absent where there is below",
                            examples = "100000")
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    Long above,
            @Schema(description = "After the transfer, in minor units", examples = "450")
                    long balance,
            @Schema(description = "Of the account, after the transfer", examples = "4")
                    long version,
            @Schema(description = "The id of the one that has done it") UUID transfer) {

        static Crossed of(Event.Crossed event) {
            Monitor monitor = event.monitor();
            return new Crossed(
                    monitor.id(),
                    monitor.account(),
                    monitor.below(),
                    monitor.above(),
                    event.entry().balance(),
                    event.entry().version(),
                    event.transfer().id());
        }
    }
}
