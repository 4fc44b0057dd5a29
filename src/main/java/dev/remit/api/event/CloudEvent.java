package dev.remit.api.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.api.Routes;
import dev.remit.api.monitor.MonitorResponse;
import dev.remit.api.transfer.TransferResponse;
import dev.remit.ledger.Event;
import dev.remit.store.EventKind;
import dev.remit.store.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that has happened, as CloudEvents 1.0 has it in JSON.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">The
 *     JSON format</a>
 */
@Schema(name = "Event")
@RegisterForReflection
public record CloudEvent(
        @Schema(description = "Of CloudEvents", examples = "1.0") String specversion,
        @Schema(
                        description =
                                "The sequence of its commit, and its position there, counted from 1",
                        pattern = "^[0-9]+\\.[0-9]+$",
                        examples = "3.1")
                String id,
        @Schema(description = "The ledger", examples = "/ledger") String source,
        @Schema(
                        description = "What has happened",
                        enumeration = {
                            "dev.remit.account.opened",
                            "dev.remit.account.changed",
                            "dev.remit.account.closed",
                            "dev.remit.transfer.posted",
                            "dev.remit.transfer.held",
                            "dev.remit.transfer.released",
                            "dev.remit.transfer.reversed",
                            "dev.remit.monitor.created",
                            "dev.remit.monitor.deleted",
                            "dev.remit.monitor.crossed"
                        })
                String type,
        @Schema(description = "The account, the transfer or the monitor to which it has")
                UUID subject,
        @Schema(description = "Of its commit, in UTC, with microseconds") Instant time,
        @Schema(examples = MediaType.APPLICATION_JSON) String datacontenttype,
        @Schema(
                        description =
                                "Who asked for it, the `sub` of their token; absent if nobody was named",
                        examples = "teller-7")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                String actor,
        @Schema(
                        description =
                                "A transfer or a monitor as it was answered when it was posted or created, what was done to an account, or which line was crossed",
                        anyOf = {
                            TransferResponse.class,
                            AccountData.Opened.class,
                            AccountData.Changed.class,
                            AccountData.Closed.class,
                            MonitorResponse.class,
                            MonitorData.Deleted.class,
                            MonitorData.Crossed.class
                        })
                Object data) {

    private static final String VERSION = "1.0";

    static CloudEvent of(RecordedEvent recorded) {
        Event event = recorded.event();
        return new CloudEvent(
                VERSION,
                EventId.of(recorded.place()),
                Routes.LEDGER,
                EventType.text(EventKind.of(event)),
                event.subject(),
                recorded.committedAt(),
                MediaType.APPLICATION_JSON,
                event.actor(),
                data(event, recorded.committedAt()));
    }

    private static Object data(Event event, Instant time) {
        return switch (event) {
            case Event.Opened it -> AccountData.Opened.of(it, time);
            case Event.Changed it -> AccountData.Changed.of(it);
            case Event.Closed it -> new AccountData.Closed(it.account(), it.version());
            case Event.OfTransfer it -> TransferResponse.from(it.transfer());
            case Event.MonitorCreated it -> MonitorResponse.from(it.monitor(), time);
            case Event.MonitorDeleted it -> MonitorData.Deleted.of(it);
            case Event.Crossed it -> MonitorData.Crossed.of(it);
        };
    }
}
