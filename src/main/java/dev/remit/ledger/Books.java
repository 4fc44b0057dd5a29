package dev.remit.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * What the database says about everything that a batch concerns, read under lock inside its
 * transaction.
 *
 * @param accounts the accounts that exist
 * @param journal what is posted already under the ids of the batch's commands
 * @param tails the ends of the chains that closed accounts have left behind, for the ids to be
 *     opened again
 */
record Books(Map<UUID, Entry> accounts, Map<UUID, Posting> journal, Map<UUID, Tail> tails) {

    /**
     * @param postedAt when the last posting was made, in microseconds since 1970-01-01T00:00Z
     */
    record Entry(long balance, long version, long postedAt) {}

    /** The last posting of a closed account: whoever opens the id again goes on from here. */
    record Tail(long version, long postedAt) {}
}
