package dev.remit.store;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Event;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.Terms;
import dev.remit.ledger.Transfer;
import dev.remit.store.AccountCommitRow.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What other tables tell of some events whose commits have been read. */
final class EventContents {

    /** A commit may change the terms of an account more than once. */
    private record Change(UUID account, long sequence) {}

    private final Map<UUID, Transfer> transfers;
    private final Map<UUID, Monitor> monitors;
    private final Map<UUID, Step> openings;

    /** In order of their revisions. */
    private final Map<Change, List<TermsRow>> terms;

    private EventContents(List<EventLine> lines) {
        transfers = TransferRow.byId(transfers(lines));
        monitors = MonitorRow.byId(subjects(lines, EventLine::isOfMonitor));
        openings =
                AccountCommitRow.openings(
                                subjects(lines, line -> line.isOf(EventKind.ACCOUNT_OPENED)))
                        .stream()
                        .collect(Collectors.toMap(Step::account, Function.identity()));
        terms = terms(lines);
    }

    /** These, in this order. */
    static List<RecordedEvent> of(List<EventLine> lines) {
        EventContents contents = new EventContents(lines);
        return lines.stream()
                .map(
                        line ->
                                new RecordedEvent(
                                        line.place(), line.committedAt(), contents.event(line)))
                .toList();
    }

    private static Map<Change, List<TermsRow>> terms(List<EventLine> lines) {
        List<UUID> accounts =
                subjects(
                        lines,
                        line ->
                                line.isOf(EventKind.ACCOUNT_OPENED)
                                        || line.isOf(EventKind.ACCOUNT_CHANGED));
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return TermsRow.between(
                        accounts,
                        lines.getFirst().place().sequence(),
                        lines.getLast().place().sequence())
                .stream()
                .sorted(Comparator.comparingLong(row -> row.revision))
                .collect(Collectors.groupingBy(row -> new Change(row.account, row.sequence)));
    }

    /** What was posted, held or released, and what has crossed lines. */
    private static List<UUID> transfers(List<EventLine> lines) {
        return lines.stream()
                .map(line -> line.isOfTransfer() ? line.subject() : line.cause())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<UUID> subjects(List<EventLine> lines, Predicate<EventLine> wanted) {
        return lines.stream().filter(wanted).map(EventLine::subject).distinct().toList();
    }

    private Event event(EventLine line) {
        if (line.isOfTransfer()) {
            return Event.of(transfers.get(line.subject()), line.actor());
        }
        if (line.isOfMonitor()) {
            return ofMonitor(line);
        }
        if (line.isOf(EventKind.ACCOUNT_OPENED)) {
            return opened(line);
        }
        return line.isOf(EventKind.ACCOUNT_CHANGED) ? changed(line) : closed(line);
    }

    private Event ofMonitor(EventLine line) {
        Monitor monitor = monitors.get(line.subject());
        if (line.isOf(EventKind.MONITOR_CROSSED)) {
            return new Event.Crossed(monitor, transfers.get(line.cause()), line.actor());
        }
        return line.isOf(EventKind.MONITOR_CREATED)
                ? new Event.MonitorCreated(monitor, line.actor())
                : new Event.MonitorDeleted(monitor, line.actor());
    }

    /**
     * Looked up one by one. CockroachDB would answer the one statement for the last rows of many
     * accounts by reading all of their rows, or all that there are.
     */
    private static Event closed(EventLine line) {
        Step last = AccountCommitRow.lastUntil(line.subject(), line.place().sequence());
        return new Event.Closed(line.subject(), last.lastVersion(), line.actor());
    }

    private Event opened(EventLine line) {
        Step opening = openings.get(line.subject());
        return new Event.Opened(
                line.subject(),
                agreed(line)
                        .filter(row -> row.revision == 0)
                        .findFirst()
                        .map(TermsRow::terms)
                        .orElseGet(() -> Terms.named(opening.name())),
                Currency.orDefault(opening.currency()),
                line.actor());
    }

    private Event changed(EventLine line) {
        TermsRow row =
                agreed(line)
                        .filter(change -> change.revision > 0)
                        .skip(line.earlier())
                        .findFirst()
                        .orElseThrow();
        return new Event.Changed(line.subject(), row.revision, row.terms(), line.actor());
    }

    /** What the commit has recorded of the account's terms. */
    private Stream<TermsRow> agreed(EventLine line) {
        return terms
                .getOrDefault(new Change(line.subject(), line.place().sequence()), List.of())
                .stream();
    }
}
