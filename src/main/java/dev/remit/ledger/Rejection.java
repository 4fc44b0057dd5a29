package dev.remit.ledger;

import java.util.UUID;

/** Why a command was rejected. A rejected command has changed nothing and left no trace. */
public sealed interface Rejection {

    record AccountNotFound(UUID account) implements Rejection {}

    /**
     * The id belongs to an account that was opened with another balance or currency, or was closed.
     */
    record AccountExists(UUID account) implements Rejection {}

    /** There is money in it, or some is held, or it owes some. */
    record AccountNotEmpty(UUID account, long balance, long held) implements Rejection {}

    /** It is in none of the states that the caller expected. */
    record AccountChanged(UUID account) implements Rejection {}

    record AccountFrozen(UUID account, Frozen frozen) implements Rejection {}

    /** With the new overdraft, more would be spent than may be. */
    record OverdraftInUse(UUID account, long balance, long held, long overdraft)
            implements Rejection {}

    /** There would be more attached to the account than is kept. */
    record MetadataLimit(UUID account) implements Rejection {}

    record InsufficientFunds(UUID account, long balance, long available, long amount)
            implements Rejection {}

    /** The receiving account would hold more than {@link Money#MAX}. */
    record BalanceLimit(UUID account, long balance, long amount) implements Rejection {}

    /** Money does not change its currency on its way. */
    record CurrencyMismatch(UUID from, String fromCurrency, UUID to, String toCurrency)
            implements Rejection {}

    record SameAccount(UUID account) implements Rejection {}

    /** The id belongs to a transfer with other content. */
    record IdempotencyConflict(UUID transfer) implements Rejection {}

    record TransferNotFound(UUID transfer) implements Rejection {}

    /** Only a hold can be captured or voided. */
    record NotAHold(UUID transfer) implements Rejection {}

    /**
     * The hold has ended, or, where its time was to be up, has not yet.
     *
     * @param state what became of it
     */
    record TransferSettled(UUID transfer, HoldState state) implements Rejection {}

    /** More was to be captured than is held. */
    record ExceedsHold(UUID transfer, long held, long amount) implements Rejection {}

    /** Only what has moved money by itself can be reversed. */
    record NotReversible(UUID transfer) implements Rejection {}

    /**
     * More was to be reversed than is left.
     *
     * @param rest of the transfer, in minor units
     */
    record ExceedsTransfer(UUID transfer, long rest, long amount) implements Rejection {}

    /** It is reversed in as many parts as a transfer may be. */
    record ReversalLimit(UUID transfer) implements Rejection {}
}
