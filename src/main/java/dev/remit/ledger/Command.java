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
     * @param account its id, which is the idempotency key
     * @param keyed whether the caller chose the id, so that it may have been opened before
     * @param name may be null
     * @param balance 0 makes no deposit
     * @param currency the text of a {@link Currency}
     */
    record Open(UUID account, boolean keyed, String name, long balance, String currency)
            implements Command {

        /** In {@link Currency#DEFAULT}. */
        public Open(UUID account, boolean keyed, String name, long balance) {
            this(account, keyed, name, balance, Currency.DEFAULT);
        }

        /** The id of the first deposit. */
        public UUID deposit() {
            return DerivedId.of("opening", account);
        }
    }

    /**
     * Closes an account.
     *
     * @param payout whether to withdraw what is left first; without it the balance has to be 0
     */
    record Close(UUID account, boolean payout) implements Command {

        /** The id of the last withdrawal. */
        public UUID withdrawal() {
            return DerivedId.of("closing", account);
        }
    }
}
