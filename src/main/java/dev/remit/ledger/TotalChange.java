package dev.remit.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a commit does to all accounts of a currency together.
 *
 * @param currency the text of a {@link Currency}
 * @param accounts how many more of them are open
 * @param money how much more they hold, in minor units
 */
public record TotalChange(String currency, long accounts, BigInteger money) {

    /**
     * What some events do, one per currency of which they change something. Transfers between
     * accounts change nothing.
     *
     * @param before the accounts that were open before, of those that the events touch
     */
    static List<TotalChange> of(List<Event> events, Map<UUID, Account> before) {
        Map<String, TotalChange> changes = new TreeMap<>();
        Map<UUID, String> opened = new HashMap<>();
        Function<UUID, String> currency =
                id -> opened.containsKey(id) ? opened.get(id) : before.get(id).currency();
        for (Event event : events) {
            switch (event) {
                case Event.Opened it -> {
                    opened.put(it.account(), it.currency());
                    add(changes, it.currency(), 1, 0);
                }
                case Event.Closed it -> add(changes, currency.apply(it.account()), -1, 0);
                case Event.Posted it -> {
                    Transfer transfer = it.transfer();
                    if (transfer.from() == null) {
                        UUID to = transfer.to().account();
                        add(changes, currency.apply(to), 0, transfer.amount());
                    } else if (transfer.to() == null) {
                        UUID from = transfer.from().account();
                        add(changes, currency.apply(from), 0, -transfer.amount());
                    }
                }
                case Event.Changed it -> {}
                case Event.Held it -> {}
                case Event.Released it -> {}
                case Event.OfMonitor it -> {}
            }
        }
        return changes.values().stream().filter(change -> !change.isNone()).toList();
    }

    private static void add(
            Map<String, TotalChange> changes, String currency, long accounts, long money) {
        changes.merge(
                currency,
                new TotalChange(currency, accounts, BigInteger.valueOf(money)),
                TotalChange::and);
    }

    TotalChange and(TotalChange other) {
        return new TotalChange(currency, accounts + other.accounts, money.add(other.money));
    }

    boolean isNone() {
        return accounts == 0 && money.signum() == 0;
    }
}
