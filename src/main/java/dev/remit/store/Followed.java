package dev.remit.store;

import dev.remit.ledger.Transfer;
import java.util.List;

/**
 * A transfer, and what has become of it.
 *
 * @param followers the ones that have settled or reversed it, the last ones first
 */
public record Followed(Transfer transfer, List<Transfer> followers) {

    /** Null if there is none. */
    public Transfer last() {
        return followers.isEmpty() ? null : followers.getFirst();
    }
}
