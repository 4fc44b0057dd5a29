package dev.remit.api.event;

import dev.remit.api.problem.Problems;
import dev.remit.store.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events as CloudEvents name them: in reverse DNS, so that they are nobody else's. */
public final class EventType {

    private static final Map<String, EventKind> KINDS =
            Arrays.stream(EventKind.values())
                    .collect(Collectors.toMap(EventType::text, Function.identity()));

    private EventType() {}

    public static String text(EventKind kind) {
        return switch (kind) {
            case ACCOUNT_OPENED -> "dev.remit.account.opened";
            case ACCOUNT_CHANGED -> "dev.remit.account.changed";
            case ACCOUNT_CLOSED -> "dev.remit.account.closed";
            case TRANSFER_POSTED -> "dev.remit.transfer.posted";
            case TRANSFER_HELD -> "dev.remit.transfer.held";
            case TRANSFER_RELEASED -> "dev.remit.transfer.released";
            case TRANSFER_REVERSED -> "dev.remit.transfer.reversed";
            case MONITOR_CREATED -> "dev.remit.monitor.created";
            case MONITOR_DELETED -> "dev.remit.monitor.deleted";
            case MONITOR_CROSSED -> "dev.remit.monitor.crossed";
        };
    }

    /**
     * Those that a query asks for.
     *
     * @param texts as they stand there, each a whole type; none if it asks for all
     */
    public static Set<EventKind> query(String name, List<String> texts) {
        return texts.stream()
                .map(text -> Optional.ofNullable(KINDS.get(text)))
                .map(
                        kind ->
                                kind.orElseThrow(
                                        () ->
                                                Problems.invalid(
                                                        name, "must be the type of an event")))
                .collect(Collectors.toSet());
    }
}
