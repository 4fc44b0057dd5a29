package dev.remit.ledger;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the database says about everything that a batch concerns, read under lock inside its
 * transaction.
 *
 * @param accounts the accounts that exist
 * @param journal what is posted already under the ids of the batch's commands
 * @param tails the ends of the chains that closed accounts have left behind, for the ids to be
 *     opened again
 * @param openings the accounts to be opened that are there already, for a batch that may have been
 *     committed before
 * @param attempted the ids that earlier attempts at this same batch may have posted
 */
record Books(
        Map<UUID, Entry> accounts,
        Map<UUID, Posting> journal,
        Map<UUID, Tail> tails,
        Map<UUID, Opening> openings,
        Set<UUID> attempted) {

    /**
     * @param postedAt when the last posting was made, in microseconds since 1970-01-01T00:00Z
     */
    record Entry(long balance, long version, long postedAt) {}

    /** The last posting of a closed account: whoever opens the id again goes on from here. */
    record Tail(long version, long postedAt) {}

    record Opening(UUID opening, long version, long createdAt) {}
}
