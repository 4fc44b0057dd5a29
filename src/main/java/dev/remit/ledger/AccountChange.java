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

    /** What is agreed afterwards, if that {@link #isOfTerms()}. */
    public Terms terms() {
        return profile.terms(after);
    }

    /** Whether more is held than before, or less, of an account that was open and stays so. */
    public boolean isOfHeld() {
        return before != null && after != null && before.held() != after.held();
    }

    /** Whether others watch it than before. */
    public boolean isOfMonitors() {
        Monitors watching = before == null ? Monitors.NONE : before.monitors();
        return after != null && !after.monitors().equals(watching);
    }
}
