package dev.remit.ledger;

import java.util.UUID;

/** Why a command was rejected. A rejected command has changed nothing and left no trace. */
public sealed interface Rejection {

    record AccountNotFound(UUID account) implements Rejection {}

    /**
     * The id belongs to an account that was opened with another balance or currency, or was closed.
     */
    record AccountExists(UUID account) implements Rejection {}

    record AccountNotEmpty(UUID account, long balance) implements Rejection {}

    record InsufficientFunds(UUID account, long balance, long amount) implements Rejection {}

    /** The receiving account would hold more than {@link Money#MAX}. */
    record BalanceLimit(UUID account, long balance, long amount) implements Rejection {}

    /** Money does not change its currency on its way. */
    record CurrencyMismatch(UUID from, String fromCurrency, UUID to, String toCurrency)
            implements Rejection {}

    record SameAccount(UUID account) implements Rejection {}

    /** The id belongs to a transfer with other content. */
    record IdempotencyConflict(UUID transfer) implements Rejection {}
}
