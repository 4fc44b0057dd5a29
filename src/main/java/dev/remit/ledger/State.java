package dev.remit.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * What the rules have to know about everything that a commit's commands name.
 *
 * @param accounts those that are open
 * @param transfers those that are posted already under an id that a command gives
 * @param openings of the accounts that were opened before, closed ones too, under an id that an
 *     opening gives
 */
public record State(
        Head head,
        Map<UUID, Account> accounts,
        Map<UUID, Transfer> transfers,
        Map<UUID, Opening> openings) {

    /**
     * @param name may be null
     * @param openedAt microseconds since 1970-01-01T00:00Z
     */
    public record Opening(String name, long openedAt) {}
}
