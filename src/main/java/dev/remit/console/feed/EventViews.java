package dev.remit.console.feed;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import dev.remit.store.BalanceReader;
import dev.remit.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks up what events themselves do not say: what money it was. */
@Singleton
class EventViews {

    private final BalanceReader balances;

    EventViews(BalanceReader balances) {
        this.balances = balances;
    }

    /** In the same order. */
    List<EventView> of(List<RecordedEvent> events) {
        List<UUID> accounts =
                events.stream()
                        .map(RecordedEvent::event)
                        .filter(Event.OfTransfer.class::isInstance)
                        .map(event -> account(((Event.OfTransfer) event)))
                        .distinct()
                        .toList();
        Map<UUID, Currency> currencies = balances.currencies(accounts);
        return events.stream().map(event -> EventView.of(event, currencies)).toList();
    }

    /** Both of a transfer are of one currency. */
    private static UUID account(Event.OfTransfer event) {
        Entry from = event.transfer().from();
        return (from == null ? event.transfer().to() : from).account();
    }
}
