package dev.remit.audit;

import dev.remit.ledger.Money;
import java.util.UUID;

/**
 * Checks the history of one account, which is a chain: versions from 1 without gaps, each balance
 * the one before plus or minus the amount, times that never go backwards, and at its end the
 * account's row. A closed account has no row and ends with nothing; the id may have been opened
 * again, and then the chain has gone on.
 *
 * <p>Where a link is missing or there are two, what comes after is not blamed for it.
 */
final class Chain {

    private static final long FIRST_VERSION = 1;

    private final UUID account;
    private final AccountRow row;
    private final Findings findings;

    private Link last;

    /** Whether the last version is there twice: then nobody knows which one is right. */
    private boolean forked;

    /** Whether the account can have been opened when its row says so. */
    private boolean hasOpening;

    /**
     * @param row null if there is none
     */
    Chain(UUID account, AccountRow row, Findings findings) {
        this.account = account;
        this.row = row;
        this.findings = findings;
    }

    /** To be called in order of versions. */
    void add(Link link) {
        checkFigures(link);
        if (last == null) {
            checkBeginning(link);
        } else {
            checkSuccessor(link);
        }
        checkOpening(link);
        last = link;
    }

    private void checkFigures(Link link) {
        if (link.isSpeaker() && (link.amount() < 1 || link.amount() > Money.MAX)) {
            findings.add(
                    "transfer %s: its amount is %d, not 1 to %d",
                    link.transfer(), link.amount(), Money.MAX);
        }
        if (link.isSpeaker() && account.equals(link.counterparty())) {
            findings.add(
                    "transfer %s: it goes from account %s to itself", link.transfer(), account);
        }
        if (link.balance() < 0 || link.balance() > Money.MAX) {
            findings.add(
                    "account %s: its balance after version %d (transfer %s) is %d, not 0 to %d",
                    account, link.version(), link.transfer(), link.balance(), Money.MAX);
        }
    }

    private void checkBeginning(Link link) {
        if (link.version() == FIRST_VERSION) {
            checkBalance(0, link);
        } else {
            findings.add(
                    "account %s: its journal begins with version %d (transfer %s), not with %d",
                    account, link.version(), link.transfer(), FIRST_VERSION);
        }
    }

    private void checkSuccessor(Link link) {
        boolean wasForked = forked;
        forked = link.version() == last.version();
        if (forked) {
            findings.add(
                    "account %s: transfers %s and %s are both its version %d",
                    account, last.transfer(), link.transfer(), link.version());
            return;
        }
        if (link.version() != last.version() + 1) {
            findings.add(
                    "account %s: there is nothing between its versions %d (transfer %s) and %d (transfer %s)",
                    account, last.version(), last.transfer(), link.version(), link.transfer());
        } else if (!wasForked) {
            checkBalance(last.balance(), link);
        }
        if (!wasForked && link.createdAt().isBefore(last.createdAt())) {
            findings.add(
                    "account %s: its version %d (transfer %s) is dated %s, but the one before it %s",
                    account, link.version(), link.transfer(), link.createdAt(), last.createdAt());
        }
    }

    private void checkBalance(long before, Link link) {
        long after = before + link.change();
        if (link.balance() != after) {
            findings.add(
                    "account %s: its balance after version %d (transfer %s) is %d, but %d %s %d is %d",
                    account,
                    link.version(),
                    link.transfer(),
                    link.balance(),
                    before,
                    link.incoming() ? "+" : "-",
                    link.amount(),
                    after);
        }
    }

    /** An account is opened with its first deposit, or else when there is nothing in it. */
    private void checkOpening(Link link) {
        if (row == null) {
            return;
        }
        if (link.transfer().equals(row.opening())) {
            hasOpening = true;
            if (!link.isDeposit()
                    || link.balance() != link.amount()
                    || !link.createdAt().equals(row.createdAt())) {
                findings.add(
                        "account %s: opened %s with transfer %s according to its row, but that is %s of %d, dated %s, with a balance of %d after it",
                        account,
                        row.createdAt(),
                        link.transfer(),
                        link.isDeposit() ? "a deposit" : "no deposit but a payment",
                        link.amount(),
                        link.createdAt(),
                        link.balance());
            }
        } else if (wasEmpty() && !row.createdAt().isAfter(link.createdAt())) {
            hasOpening = true;
        }
    }

    /** Whether it can have been opened after the last link, so far as that one tells. */
    private boolean wasEmpty() {
        return last == null || (last.balance() == 0 && !row.createdAt().isBefore(last.createdAt()));
    }

    /** To be called when there are no more links. */
    void end() {
        if (row != null) {
            checkRow();
        } else if (last.balance() != 0 && !forked) {
            findings.add(
                    "account %s: it has no row, as if it had been closed, but a balance of %d at the end of its journal (version %d, transfer %s)",
                    account, last.balance(), last.version(), last.transfer());
        }
    }

    private void checkRow() {
        String end =
                last == null
                        ? "it has no postings"
                        : "its journal ends with version %d, balance %d, dated %s (transfer %s)"
                                .formatted(
                                        last.version(),
                                        last.balance(),
                                        last.createdAt(),
                                        last.transfer());
        if (row.version() != (last == null ? 0 : last.version())) {
            findings.add("account %s: its row has version %d, but %s", account, row.version(), end);
        }
        if (!forked && row.balance() != (last == null ? 0 : last.balance())) {
            findings.add(
                    "account %s: its row has a balance of %d, but %s", account, row.balance(), end);
        }
        boolean reopened = last == null || last.createdAt().isBefore(row.createdAt());
        if (!row.postedAt().equals(reopened ? row.createdAt() : last.createdAt())) {
            findings.add(
                    "account %s: opened %s and last posted to %s according to its row, but %s",
                    account, row.createdAt(), row.postedAt(), end);
        }
        if (!hasOpening && !wasEmpty()) {
            findings.add(
                    "account %s: opened %s according to its row, but there was money in it then",
                    account, row.createdAt());
        }
    }
}
