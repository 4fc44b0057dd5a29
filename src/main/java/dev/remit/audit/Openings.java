package dev.remit.audit;

import dev.remit.audit.AccountCommitRow.Key;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Event;
import dev.remit.ledger.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives the accounts that were opened the names and currencies that their openings recorded. */
final class Openings {

    private final Findings findings;

    Openings(Findings findings) {
        this.findings = findings;
    }

    /**
     * A commit's events, with those.
     *
     * @param recorded of all accounts that the commit opened
     */
    List<Event> complete(List<Event> events, Map<Key, AccountCommitRow> recorded) {
        List<Event> complete = new ArrayList<>(events.size());
        for (Event event : events) {
            complete.add(
                    event instanceof Event.Opened opened
                            ? complete(opened, recorded.get(new Key(opened.account(), 0)))
                            : event);
        }
        return complete;
    }

    private Event complete(Event.Opened event, AccountCommitRow row) {
        Terms terms = event.terms();
        if (!terms.isUsual() && !Objects.equals(terms.name(), row.name())) {
            findings.add(
                    "account %s: it was opened with one name, and has another in its terms",
                    event.account());
        }
        return new Event.Opened(
                event.account(),
                new Terms(row.name(), terms.overdraft(), terms.frozen(), terms.metadata()),
                Currency.orDefault(row.currency()),
                event.actor());
    }
}
