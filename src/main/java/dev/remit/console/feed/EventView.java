package dev.remit.console.feed;

import dev.remit.api.event.EventId;
import dev.remit.api.event.EventType;
import dev.remit.console.Amount;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import dev.remit.ledger.Transfer;
import dev.remit.store.EventKind;
import dev.remit.store.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that has happened, as pages show it.
 *
 * @param what for a person
 * @param account to which it has happened, or which is watched; null if it is a transfer
 * @param transfer that it is, or that has crossed a line; null if it has happened to an account
 * @param name of the account
 * @param amount of the transfer
 * @param from null for money that comes into the books
 * @param to null for money that leaves them
 * @param actor who asked for it; null if nobody was named
 */
record EventView(
        String id,
        Instant time,
        String type,
        String what,
        UUID account,
        String name,
        UUID transfer,
        Amount amount,
        UUID from,
        UUID to,
        String reference,
        String actor) {

    /**
     * @param currencies of the accounts of transfers
     */
    static EventView of(RecordedEvent recorded, Map<UUID, Currency> currencies) {
        EventKind kind = EventKind.of(recorded.event());
        return switch (recorded.event()) {
            case Event.OfTransfer it -> of(recorded, kind, it, currencies);
            case Event.Opened it -> of(recorded, kind, it.account(), it.terms().name(), null);
            case Event.Changed it -> of(recorded, kind, it.account(), it.terms().name(), null);
            case Event.Closed it -> of(recorded, kind, it.account(), null, null);
            case Event.Crossed it ->
                    of(recorded, kind, it.monitor().account(), null, it.transfer().id());
            case Event.OfMonitor it -> of(recorded, kind, it.monitor().account(), null, null);
        };
    }

    private static EventView of(
            RecordedEvent recorded, EventKind kind, UUID account, String name, UUID transfer) {
        return new EventView(
                EventId.of(recorded.place()),
                recorded.committedAt(),
                EventType.text(kind),
                what(kind),
                account,
                name,
                transfer,
                null,
                null,
                null,
                null,
                recorded.event().actor());
    }

    private static EventView of(
            RecordedEvent recorded,
            EventKind kind,
            Event.OfTransfer event,
            Map<UUID, Currency> currencies) {
        Entry from = event.transfer().from();
        Entry to = event.transfer().to();
        Entry known = from == null ? to : from;
        return new EventView(
                EventId.of(recorded.place()),
                recorded.committedAt(),
                EventType.text(kind),
                what(kind),
                null,
                null,
                event.transfer().id(),
                Amount.of(event.transfer().amount(), currencies.get(known.account())),
                Transfer.account(from),
                Transfer.account(to),
                event.transfer().reference(),
                event.actor());
    }

    private static String what(EventKind kind) {
        return switch (kind) {
            case ACCOUNT_OPENED -> "Account opened";
            case ACCOUNT_CHANGED -> "Account changed";
            case ACCOUNT_CLOSED -> "Account closed";
            case TRANSFER_POSTED -> "Posted";
            case TRANSFER_HELD -> "Held";
            case TRANSFER_RELEASED -> "Released";
            case TRANSFER_REVERSED -> "Reversed";
            case MONITOR_CREATED -> "Monitor created";
            case MONITOR_DELETED -> "Monitor deleted";
            case MONITOR_CROSSED -> "Line crossed";
        };
    }
}
