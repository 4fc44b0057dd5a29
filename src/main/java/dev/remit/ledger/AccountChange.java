package dev.remit.ledger;

import java.util.UUID;

/**
 * What becomes of an account by a commit.
 *
 * @param before null if the commit opens it
 * @param after null if the commit closes it
 * @param terms afterwards; null if they are what they were
 */
public record AccountChange(Account before, Account after, Terms terms) {

    public UUID account() {
        return (after == null ? before : after).id();
    }

    /** Whether nothing is another but balance and version. */
    public boolean isOfBalance() {
        return before != null
                && after != null
                && before.held() == after.held()
                && before.revision() == after.revision();
    }

    /** Whether others watch it than before. */
    public boolean isOfMonitors() {
        Monitors watching = before == null ? Monitors.NONE : before.monitors();
        return after != null && !after.monitors().equals(watching);
    }
}
