package dev.remit.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * One row of the journal.
 *
 * @param from null for a deposit
 * @param to null for a withdrawal
 * @param amount minor units, 1 to {@link Money#MAX}
 * @param reference the caller's own text, may be null
 * @param createdAt microseconds since 1970-01-01T00:00Z, never less than that of either account's
 *     previous posting
 */
public record Posting(UUID id, Side from, Side to, long amount, String reference, long createdAt) {

    /**
     * One account's view of a posting.
     *
     * @param balance after the posting, in minor units
     * @param version after the posting: the first posting of an account has 1
     */
    public record Side(UUID account, long balance, long version) {}

    /**
     * Whether the command asks for just this posting: an id may be sent again, but only with the
     * same content.
     */
    boolean matches(Command.Post command) {
        return amount == command.amount()
                && Objects.equals(account(from), command.from())
                && Objects.equals(account(to), command.to())
                && Objects.equals(reference, command.reference());
    }

    private static UUID account(Side side) {
        return side == null ? null : side.account();
    }
}
