package dev.remit.ledger;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the rules have to know about everything that a commit's commands name.
 *
 * @param accounts those that are open
 * @param profiles of those whose terms a command has to know
 * @param transfers those that are posted already under an id that a command gives, unless that was
 *     taken for new
 * @param followers of the transfers that are to be settled or reversed, and have been before
 * @param openings the accounts that were opened before, closed ones too, under an id that an
 *     opening gives
 * @param monitors those that were created before, deleted ones too, under an id that a command
 *     gives
 */
public record State(
        Head head,
        Map<UUID, Account> accounts,
        Map<UUID, Profile> profiles,
        Map<UUID, Transfer> transfers,
        Map<UUID, Followers> followers,
        Set<UUID> openings,
        Map<UUID, Created> monitors) {

    /**
     * Of an open account what only those ask for who change it.
     *
     * @param name may be null
     * @param metadata the text of {@link Metadata}, may be null
     * @param openedAt microseconds since 1970-01-01T00:00Z
     */
    public record Profile(String name, String metadata, long openedAt) {

        Terms terms(Account account) {
            return new Terms(name, account.overdraft(), account.frozen(), metadata);
        }
    }

    /**
     * A monitor that there is or was.
     *
     * @param createdAt microseconds since 1970-01-01T00:00Z
     */
    public record Created(Monitor monitor, long createdAt) {}

    /**
     * What has settled or reversed a transfer.
     *
     * @param last of them
     */
    public record Followers(Transfer last, int count) {

        /**
         * With one more.
         *
         * @param before null if it is the first
         */
        public static Followers after(Followers before, Transfer follower) {
            return before == null
                    ? new Followers(follower, 1)
                    : new Followers(
                            follower.settled() > before.last.settled() ? follower : before.last,
                            before.count + 1);
        }
    }
}
