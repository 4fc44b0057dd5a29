package dev.remit.ledger;

import java.util.UUID;

/** What the ledger is asked to do. Amounts are minor units, already checked to be in range. */
public sealed interface Command {

    /**
     * Moves money between two accounts, or into or out of the books.
     *
     * @param id the transfer's id, which is its idempotency key
     * @param keyed whether the caller chose the id, so that it may have been posted before
     * @param from null for a deposit
     * @param to null for a withdrawal
     */
    record Post(UUID id, boolean keyed, UUID from, UUID to, long amount, String reference)
            implements Command {}

    /**
     * Opens an account, with its balance as its first deposit.
     *
     * @param chosen whether the caller chose the id, so that it may be taken or have a history
     * @param name may be null
     * @param balance 0 makes no deposit
     * @param opening the id of that deposit, new for every command
     */
    record Open(UUID account, boolean chosen, String name, long balance, UUID opening)
            implements Command {}

    /**
     * Closes an account.
     *
     * @param payout whether to withdraw what is left first; without it the balance has to be 0
     * @param withdrawal the id of that withdrawal, new for every command
     */
    record Close(UUID account, boolean payout, UUID withdrawal) implements Command {}
}
