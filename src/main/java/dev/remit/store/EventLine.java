package dev.remit.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as its commit names it, of which other tables tell the rest.
 *
 * @param letter what happened
 * @param subject to which account or transfer
 * @param actor who asked for it; null if nobody was named
 * @param earlier how many events of this letter the commit has had before for the same subject
 */
record EventLine(
        EventPlace place,
        Instant committedAt,
        char letter,
        UUID subject,
        String actor,
        int earlier) {

    boolean isOf(EventKind kind) {
        return letter == kind.letter();
    }

    boolean isOfTransfer() {
        return !isOf(EventKind.ACCOUNT_OPENED)
                && !isOf(EventKind.ACCOUNT_CHANGED)
                && !isOf(EventKind.ACCOUNT_CLOSED);
    }
}
