package dev.remit.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * A transfer that has taken place, or something that has happened to one.
 *
 * @param from null for a deposit
 * @param to null for a withdrawal
 * @param amount minor units, 1 to {@link Money#MAX}
 * @param reference the caller's own text, may be null
 * @param metadata the text of {@link Metadata}, may be null
 * @param related the transfer that it settles or reverses; null if it stands for itself
 * @param settled how much of that one is settled, or reversed, after it; 0 if it stands for itself
 * @param expiresAt of a hold: when it ends by itself, in microseconds since 1970-01-01T00:00Z; null
 *     for never
 * @param sequence of the commit that posted it
 * @param createdAt the time of that commit, in microseconds since 1970-01-01T00:00Z
 */
public record Transfer(
        UUID id,
        Kind kind,
        Entry from,
        Entry to,
        long amount,
        String reference,
        String metadata,
        UUID related,
        long settled,
        Long expiresAt,
        long sequence,
        long createdAt) {

    /** One that stands for itself, with nothing attached. */
    public Transfer(
            UUID id,
            Entry from,
            Entry to,
            long amount,
            String reference,
            long sequence,
            long createdAt) {
        this(
                id,
                Kind.POSTING,
                from,
                to,
                amount,
                reference,
                null,
                null,
                0,
                null,
                sequence,
                createdAt);
    }

    /** Whether it is a hold that ends by itself, and has by then. */
    boolean isExpired(long time) {
        return expiresAt != null && expiresAt <= time;
    }

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
        return kind == Kind.POSTING && hasContentOf(command);
    }

    boolean matches(Command.Hold command) {
        Long lifetime = expiresAt == null ? null : (Long) (expiresAt - createdAt);
        return kind == Kind.HOLD
                && hasContentOf(command.transfer())
                && Objects.equals(lifetime, command.lifetime());
    }

    /**
     * @param hold the one that the command settles; null if there is none
     */
    boolean matches(Command.Settle command, Transfer hold) {
        return kind == command.kind()
                && command.hold().equals(related)
                && hold != null
                && amount == command.amountOf(hold);
    }

    /**
     * @param reversed the one that the command reverses; null if there is none
     */
    boolean matches(Command.Reverse command, Transfer reversed) {
        return kind == Kind.REVERSAL
                && command.transfer().equals(related)
                && reversed != null
                && (command.amount() == null
                        ? settled == reversed.amount()
                        : amount == command.amount())
                && Objects.equals(reference, command.reference())
                && Objects.equals(metadata, command.metadata());
    }

    private boolean hasContentOf(Command.Post command) {
        return amount == command.amount()
                && Objects.equals(account(from), command.from())
                && Objects.equals(account(to), command.to())
                && Objects.equals(reference, command.reference())
                && Objects.equals(metadata, command.metadata());
    }

    /** Null where there is none. */
    public static UUID account(Entry entry) {
        return entry == null ? null : entry.account();
    }
}
