package dev.remit.ledger;

import java.util.UUID;

/** Why a command was rejected. A rejected command has changed nothing and left no trace. */
public sealed interface Rejection {

    /** An account does not allow it. */
    sealed interface OfAccount extends Rejection {

        UUID account();
    }

    /** An earlier transfer does not allow it. */
    sealed interface OfTransfer extends Rejection {

        UUID transfer();
    }

    /** A monitor's id does not allow it. */
    sealed interface OfMonitor extends Rejection {

        UUID monitor();
    }

    record AccountNotFound(UUID account) implements OfAccount {}

    /**
     * The id belongs to an account that was opened with another balance or currency, or was closed.
     */
    record AccountExists(UUID account) implements OfAccount {}

    /** There is money in it, or some is held, or it owes some. */
    record AccountNotEmpty(UUID account, long balance, long held) implements OfAccount {}

    /** It is in none of the states that the caller expected. */
    record AccountChanged(UUID account) implements OfAccount {}

    record AccountFrozen(UUID account, Frozen frozen) implements OfAccount {}

    /** With the new overdraft, more would be spent than may be. */
    record OverdraftInUse(UUID account, long balance, long held, long overdraft)
            implements OfAccount {}

    /** There would be more attached to the account than is kept. */
    record MetadataLimit(UUID account) implements OfAccount {}

    /** As many monitors watch the account as may. */
    record MonitorLimit(UUID account) implements OfAccount {}

    record InsufficientFunds(UUID account, long balance, long available, long amount)
            implements OfAccount {}

    /**
     * The receiving account would hold more than {@link Money#MAX}, or more than that would be held
     * on the sending one.
     *
     * @param balance or what is held already
     */
    record BalanceLimit(UUID account, long balance, long amount) implements OfAccount {}

    /**
     * Money does not change its currency on its way.
     *
     * @param account that was to receive it
     */
    record CurrencyMismatch(UUID account, String currency, UUID from, String fromCurrency)
            implements OfAccount {}

    record SameAccount(UUID account) implements OfAccount {}

    /** The id belongs to a transfer with other content. */
    record IdempotencyConflict(UUID transfer) implements OfTransfer {}

    record TransferNotFound(UUID transfer) implements OfTransfer {}

    /** Only a hold can be captured or voided. */
    record NotAHold(UUID transfer) implements OfTransfer {}

    /**
     * The hold has ended, or, where its time was to be up, has not yet.
     *
     * @param state what became of it
     */
    record TransferSettled(UUID transfer, HoldState state) implements OfTransfer {}

    /** More was to be captured than is held. */
    record ExceedsHold(UUID transfer, long held, long amount) implements OfTransfer {}

    /** Only what has moved money by itself can be reversed. */
    record NotReversible(UUID transfer) implements OfTransfer {}

    /**
     * More was to be reversed than is left.
     *
     * @param rest of the transfer, in minor units
     */
    record ExceedsTransfer(UUID transfer, long rest, long amount) implements OfTransfer {}

    /** It is reversed in as many parts as a transfer may be. */
    record ReversalLimit(UUID transfer) implements OfTransfer {}

    record MonitorNotFound(UUID monitor) implements OfMonitor {}

    /** The id belongs to a monitor of another account or line, or one that was deleted. */
    record MonitorExists(UUID monitor) implements OfMonitor {}
}
