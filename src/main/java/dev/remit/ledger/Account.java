package dev.remit.ledger;

import java.util.UUID;

/**
 * An open account, as the rules look at it.
 *
 * @param balance minor units; not below 0 by more than the overdraft, and at most {@link Money#MAX}
 * @param held how much of it is held, in minor units
 * @param version how many entries it has
 * @param currency the text of a {@link Currency}
 * @param revision how often its terms were changed
 * @param overdraft as in its {@link Terms}
 * @param frozen as in its {@link Terms}
 * @param monitors that watch its balance
 */
public record Account(
        UUID id,
        long balance,
        long held,
        long version,
        String currency,
        long revision,
        long overdraft,
        Frozen frozen,
        Monitors monitors) {

    /** Of which nothing is held, without any terms or monitors. */
    public Account(UUID id, long balance, long version, String currency) {
        this(id, balance, 0, version, currency, 0, 0, Frozen.NONE, Monitors.NONE);
    }

    static Account opened(UUID id, String currency, Terms terms) {
        return new Account(
                id, 0, 0, 0, currency, 0, terms.overdraft(), terms.frozen(), Monitors.NONE);
    }

    /** What can be spent, in minor units. */
    public long available() {
        return balance - held + overdraft;
    }

    public AccountTag tag() {
        return new AccountTag(version, revision, held);
    }

    /** The account after one more entry; a negative amount leaves it. */
    Account move(long amount) {
        return new Account(
                id,
                balance + amount,
                held,
                version + 1,
                currency,
                revision,
                overdraft,
                frozen,
                monitors);
    }

    /** The account when more of it is held, or less. */
    Account hold(long amount) {
        return new Account(
                id,
                balance,
                held + amount,
                version,
                currency,
                revision,
                overdraft,
                frozen,
                monitors);
    }

    /** The account under other terms. */
    Account under(Terms terms) {
        return new Account(
                id,
                balance,
                held,
                version,
                currency,
                revision + 1,
                terms.overdraft(),
                terms.frozen(),
                monitors);
    }

    /** The account when others watch it. */
    Account watchedBy(Monitors monitors) {
        return new Account(
                id, balance, held, version, currency, revision, overdraft, frozen, monitors);
    }

    /** Its last entry. */
    public Entry entry() {
        return new Entry(id, balance, version);
    }
}
