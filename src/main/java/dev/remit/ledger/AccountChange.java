package dev.remit.ledger;

import java.util.UUID;

/**
 * What becomes of an account by a commit.
 *
 * @param before null if the commit opens it
 * @param after null if the commit closes it
 * @param profile afterwards; null if the commit closes it, and where it was not read
 */
public record AccountChange(Account before, Account after, State.Profile profile) {

    public UUID account() {
        return (after == null ? before : after).id();
    }

    /** Whether other terms are agreed than before: those of an opening, too. */
    public boolean isOfTerms() {
        return after != null && (before == null || before.revision() != after.revision());
    }

    /** What is agreed afterwards, of an account whose profile is there. */
    public Terms terms() {
        return profile.terms(after);
    }

    /** Whether it was open before, and is afterwards. */
    public boolean staysOpen() {
        return before != null && after != null;
    }

    /** Whether more is held than before, or less, of an account that stays open. */
    public boolean isOfHeld() {
        return staysOpen() && before.held() != after.held();
    }

    /** Whether others watch it than before, of an account that stays open. */
    public boolean isOfMonitors() {
        return staysOpen() && !before.monitors().equals(after.monitors());
    }
}
