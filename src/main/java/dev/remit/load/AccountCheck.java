package dev.remit.load;

import dev.remit.load.StatementPage.Account;
import dev.remit.load.StatementPage.Posting;
import java.util.UUID;

/**
 * Checks that the history of one account is a chain: versions without gaps, from the opening
 * deposit to the account as it is, each balance the one before plus the amount. Is given the
 * postings newest first, as the service lists them.
 */
final class AccountCheck {

    private static final long FIRST_VERSION = 1;

    private final UUID id;
    private final Findings findings;

    private long expectedVersion;
    private long expectedBalance;
    private Posting oldest;

    AccountCheck(UUID id, Account account, Findings findings) {
        this.id = id;
        this.findings = findings;
        expectedVersion = account.version();
        expectedBalance = account.balance();
    }

    /** Returns false if the journal does not lead back to its beginning from here. */
    boolean follow(Posting posting) {
        if (posting.version() != expectedVersion) {
            findings.add(
                    "account %s: its journal has version %d where %d should be",
                    id, posting.version(), expectedVersion);
        }
        if (posting.balance() != expectedBalance) {
            findings.add(
                    "account %s: its balance at version %d is %d, but what comes after it needs %d",
                    id, posting.version(), posting.balance(), expectedBalance);
        }
        if (oldest != null && posting.version() >= oldest.version()) {
            return false;
        }
        oldest = posting;
        expectedVersion = posting.version() - 1;
        expectedBalance = posting.balance() - posting.amount();
        return true;
    }

    void end() {
        if (oldest == null
                || oldest.version() != FIRST_VERSION
                || expectedBalance != 0
                || oldest.counterparty() != null
                || oldest.amount() != AccountOpening.OPENING_BALANCE) {
            findings.add(
                    "account %s: its journal does not begin with the opening deposit of %d",
                    id, AccountOpening.OPENING_BALANCE);
        }
    }
}
