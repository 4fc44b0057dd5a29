package dev.remit.ledger;

import java.util.UUID;

/** Why a command was refused. A refused command has changed nothing and left no trace. */
public sealed interface Refusal {

    record AccountNotFound(UUID account) implements Refusal {}

    record AccountExists(UUID account) implements Refusal {}

    record AccountNotEmpty(UUID account, long balance) implements Refusal {}

    record InsufficientFunds(UUID account, long balance, long amount) implements Refusal {}

    /** The receiving account would hold more than {@link Money#MAX}. */
    record BalanceLimit(UUID account, long balance, long amount) implements Refusal {}

    record SameAccount(UUID account) implements Refusal {}

    /** The id belongs to a posting with other content. */
    record IdempotencyConflict(UUID transfer) implements Refusal {}
}
