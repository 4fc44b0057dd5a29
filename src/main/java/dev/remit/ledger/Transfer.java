package dev.remit.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * A posted transfer.
 *
 * @param from null for a deposit
 * @param to null for a withdrawal
 * @param amount minor units, 1 to {@link Money#MAX}
 * @param reference the caller's own text, may be null
 * @param sequence of the commit that posted it
 * @param createdAt the time of that commit, in microseconds since 1970-01-01T00:00Z
 */
public record Transfer(
        UUID id,
        Entry from,
        Entry to,
        long amount,
        String reference,
        long sequence,
        long createdAt) {

    /**
     * The transfer as one of its accounts sees it.
     *
     * @param own what it did to the account
     * @param counterparty the other account; null for a deposit or a withdrawal
     * @param amount negative if it left the account
     */
    public record Side(Entry own, UUID counterparty, long amount) {}

    /**
     * @param account one of the two
     */
    public Side side(UUID account) {
        return account.equals(account(from))
                ? new Side(from, account(to), -amount)
                : new Side(to, account(from), amount);
    }

    /**
     * Whether the command asks for just this transfer: an id may be sent again, but only with the
     * same content.
     */
    boolean matches(Command.Post command) {
        return amount == command.amount()
                && Objects.equals(account(from), command.from())
                && Objects.equals(account(to), command.to())
                && Objects.equals(reference, command.reference());
    }

    private static UUID account(Entry entry) {
        return entry == null ? null : entry.account();
    }
}
