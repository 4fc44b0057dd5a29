package dev.remit.audit;

import dev.remit.ledger.Frozen;
import dev.remit.ledger.Monitors;
import dev.remit.ledger.Terms;

/**
 * What few accounts have: money that is held on them, terms, and monitors.
 *
 * @param held minor units
 * @param revision how often its terms were changed
 * @param overdraft minor units
 */
record Standing(long held, long revision, long overdraft, Frozen frozen, Monitors monitors) {

    /** Of all others. */
    static final Standing USUAL = new Standing(0, 0, 0, Frozen.NONE, Monitors.NONE);

    Standing at(long revision) {
        return new Standing(held, revision, overdraft, frozen, monitors);
    }

    Standing under(Terms terms) {
        return new Standing(held, revision, terms.overdraft(), terms.frozen(), monitors);
    }

    Standing hold(long amount) {
        return new Standing(held + amount, revision, overdraft, frozen, monitors);
    }

    Standing watchedBy(Monitors monitors) {
        return new Standing(held, revision, overdraft, frozen, monitors);
    }
}
