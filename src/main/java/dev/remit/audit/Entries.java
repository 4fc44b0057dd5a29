package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.ledger.Transfer;
import java.util.UUID;
import java.util.function.Predicate;

/** What transfers do to their accounts, and whether the accounts allow it. */
final class Entries {

    private final AccountStates accounts;
    private final Findings findings;

    Entries(AccountStates accounts, Findings findings) {
        this.accounts = accounts;
        this.findings = findings;
    }

    void move(CommitRow commit, Transfer transfer) {
        if (transfer.from() != null) {
            move(commit, transfer, transfer.from(), -transfer.amount());
        }
        if (transfer.to() != null) {
            move(commit, transfer, transfer.to(), transfer.amount());
        }
    }

    private void move(CommitRow commit, Transfer transfer, Entry entry, long amount) {
        UUID account = entry.account();
        long version = accounts.version(account);
        long balance = accounts.balance(account);
        if (version < 0) {
            findings.add(
                    "account %s: transfer %s (commit %d) made its version %d, but it was not open",
                    account, transfer.id(), commit.sequence(), entry.version());
        } else if (entry.version() != version + 1 || entry.balance() != balance + amount) {
            findings.add(
                    "account %s: transfer %s (commit %d) made its version %d with a balance of %d, but version %d with %d was before, and the amount %d makes %d",
                    account,
                    transfer.id(),
                    commit.sequence(),
                    entry.version(),
                    entry.balance(),
                    version,
                    balance,
                    transfer.amount(),
                    balance + amount);
        }
        long least = -accounts.standing(account).overdraft();
        // Of who gives it is told that there was not enough.
        if (amount > 0 && entry.balance() < least || entry.balance() > Money.MAX) {
            findings.add(
                    "account %s: its balance after version %d (transfer %s) is %d, not %d to %d",
                    account, entry.version(), transfer.id(), entry.balance(), least, Money.MAX);
        }
        accounts.put(account, entry.balance(), Math.max(0, entry.version()));
    }

    /** Of a transfer that has moved nothing. */
    void checkUnmoved(CommitRow commit, Transfer transfer) {
        checkUnmoved(commit, transfer, transfer.from());
        checkUnmoved(commit, transfer, transfer.to());
    }

    /** Of an account that was closed meanwhile, nothing is known any more. */
    private void checkUnmoved(CommitRow commit, Transfer transfer, Entry entry) {
        if (entry != null
                && accounts.isOpen(entry.account())
                && (entry.version() != accounts.version(entry.account())
                        || entry.balance() != accounts.balance(entry.account()))) {
            findings.add(
                    "account %s: transfer %s (commit %d) has its version %d with a balance of %d, but moved nothing, and version %d with %d was before",
                    entry.account(),
                    transfer.id(),
                    commit.sequence(),
                    entry.version(),
                    entry.balance(),
                    accounts.version(entry.account()),
                    accounts.balance(entry.account()));
        }
    }

    /** Of a transfer that has moved nothing, but named its accounts. */
    void checkOpen(CommitRow commit, Transfer transfer) {
        checkOpen(commit, transfer, transfer.from());
        checkOpen(commit, transfer, transfer.to());
    }

    private void checkOpen(CommitRow commit, Transfer transfer, Entry entry) {
        if (entry != null && !accounts.isOpen(entry.account())) {
            findings.add(
                    "account %s: transfer %s (commit %d) was held for it, but it was not open",
                    entry.account(), transfer.id(), commit.sequence());
        }
    }

    void checkFrozen(CommitRow commit, Transfer transfer) {
        // The opening deposit is part of the opening, whatever is agreed then.
        if (!isOpening(transfer)) {
            checkFrozen(commit, transfer, transfer.from(), Frozen::stopsDebits);
            checkFrozen(commit, transfer, transfer.to(), Frozen::stopsCredits);
        }
    }

    private void checkFrozen(
            CommitRow commit, Transfer transfer, Entry entry, Predicate<Frozen> stops) {
        if (entry != null && stops.test(accounts.standing(entry.account()).frozen())) {
            findings.add(
                    "account %s: it was frozen when commit %d posted the transfer %s",
                    entry.account(), commit.sequence(), transfer.id());
        }
    }

    private static boolean isOpening(Transfer transfer) {
        return transfer.from() == null
                && Command.Open.depositOf(transfer.to().account()).equals(transfer.id());
    }

    /** Whether no more of an account is spent and held than there is. */
    void checkFunds(CommitRow commit, UUID account) {
        Standing standing = accounts.standing(account);
        long available = accounts.balance(account) - standing.held() + standing.overdraft();
        if (available < 0) {
            findings.add(
                    "account %s: commit %d spent or held %d more of it than there was, with a balance of %d, %d held and an overdraft of %d",
                    account,
                    commit.sequence(),
                    -available,
                    accounts.balance(account),
                    standing.held(),
                    standing.overdraft());
        }
    }
}
