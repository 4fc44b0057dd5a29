package dev.remit.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as its commit names it, of which other tables tell the rest.
 *
 * @param letter what happened
 * @param subject to which account, transfer or monitor
 * @param actor who asked for it; null if nobody was named
 * @param earlier how many events of this letter the commit has had before for the same subject
 * @param cause the transfer that has crossed a line; null if no line was crossed
 */
record EventLine(
        EventPlace place,
        Instant committedAt,
        char letter,
        UUID subject,
        String actor,
        int earlier,
        UUID cause) {

    boolean isOf(EventKind kind) {
        return letter == kind.letter();
    }

    boolean isOfAccount() {
        return isOf(EventKind.ACCOUNT_OPENED)
                || isOf(EventKind.ACCOUNT_CHANGED)
                || isOf(EventKind.ACCOUNT_CLOSED);
    }

    boolean isOfMonitor() {
        return isOf(EventKind.MONITOR_CREATED)
                || isOf(EventKind.MONITOR_DELETED)
                || isOf(EventKind.MONITOR_CROSSED);
    }

    boolean isOfTransfer() {
        return !isOfAccount() && !isOfMonitor();
    }
}
