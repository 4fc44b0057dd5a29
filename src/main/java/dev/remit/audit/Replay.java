package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Money;
import dev.remit.ledger.Terms;
import dev.remit.ledger.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Lets the commits take place once more, in order: each event has to be possible where the ones
 * before it have left the accounts, and each entry has to follow from them.
 *
 * <p>After something impossible it goes on from what is recorded, so that what comes after is not
 * blamed for it.
 */
final class Replay {

    /**
     * A commit's events.
     *
     * @param events accounts are opened without currency, and as a rule without name: those are in
     *     another table
     * @param isComplete whether these are all
     */
    record Replayed(CommitRow row, List<Event> events, boolean isComplete) {}

    /**
     * What is recorded beside the commits.
     *
     * @param transfers that the commits tell of
     * @param originals that some of those reverse
     * @param terms of the accounts that were opened or changed
     */
    record Recorded(
            Map<UUID, Transfer> transfers,
            Map<UUID, Transfer> originals,
            Map<TermsRow.Key, TermsRow> terms) {}

    private final AccountStates accounts;
    private final Promises promises;
    private final Findings findings;

    Replay(AccountStates accounts, Promises promises, Findings findings) {
        this.accounts = accounts;
        this.promises = promises;
        this.findings = findings;
    }

    Replayed replay(CommitRow commit, Recorded recorded) {
        boolean isComplete = checkLength(commit);
        List<Event> events = new ArrayList<>(commit.length());
        for (int i = 0; i < commit.length(); i++) {
            Event event = replay(commit, i, recorded);
            if (event == null) {
                isComplete = false;
            } else {
                events.add(event);
            }
        }
        return new Replayed(commit, events, isComplete);
    }

    private boolean checkLength(CommitRow commit) {
        if (!commit.isWhole()) {
            findings.add(
                    "commit %d: its row lacks a value, or has an impossible one",
                    commit.sequence());
            return commit.events() != null && commit.subjects() != null;
        }
        if (commit.events().length() != commit.subjects().length) {
            findings.add(
                    "commit %d: it has %d events, but %d subjects",
                    commit.sequence(), commit.events().length(), commit.subjects().length);
            return false;
        }
        if (commit.actors() != null && commit.actors().length != commit.length()) {
            findings.add(
                    "commit %d: it has %d events, but %d actors",
                    commit.sequence(), commit.length(), commit.actors().length);
        }
        if (commit.length() == 0) {
            findings.add("commit %d: nothing happened in it", commit.sequence());
        }
        return true;
    }

    /** Null if there is no saying what happened. */
    private Event replay(CommitRow commit, int index, Recorded recorded) {
        UUID subject = commit.subjects()[index];
        char letter = commit.events().charAt(index);
        String actor = commit.actor(index);
        if (subject != null) {
            switch (letter) {
                case 'o' -> {
                    return open(commit, subject, actor, recorded.terms());
                }
                case 't' -> {
                    return change(commit, subject, actor, recorded.terms());
                }
                case 'c' -> {
                    return close(commit, subject, actor);
                }
                case 'p', 'h', 'r' -> {
                    return transfer(commit, letter, subject, actor, recorded);
                }
                default -> {}
            }
        }
        findings.add(
                "commit %d: its event %d has the letter U+%04X and the subject %s",
                commit.sequence(), index + 1, (int) letter, subject);
        return null;
    }

    private Event open(
            CommitRow commit, UUID account, String actor, Map<TermsRow.Key, TermsRow> recorded) {
        if (accounts.version(account) != AccountStates.NEVER_OPENED) {
            findings.add(
                    "account %s: commit %d opened it, but it was open or closed before",
                    account, commit.sequence());
        }
        accounts.put(account, 0, 0);
        TermsRow row = recorded.get(new TermsRow.Key(account, 0));
        if (row == null) {
            return new Event.Opened(account, Terms.named(null), null, actor);
        }
        Terms terms = agreed(commit, account, row);
        return terms == null ? null : new Event.Opened(account, terms, null, actor);
    }

    private Event change(
            CommitRow commit, UUID account, String actor, Map<TermsRow.Key, TermsRow> recorded) {
        if (!accounts.isOpen(account)) {
            findings.add(
                    "account %s: commit %d changed its terms, but it was not open",
                    account, commit.sequence());
            return null;
        }
        long revision = accounts.standing(account).revision() + 1;
        TermsRow row = recorded.get(new TermsRow.Key(account, revision));
        if (row == null) {
            findings.add(
                    "account %s: commit %d changed its terms, but there are none of revision %d",
                    account, commit.sequence(), revision);
            return null;
        }
        Terms terms = agreed(commit, account, row);
        if (terms == null) {
            return null;
        }
        checkFunds(commit, account);
        return new Event.Changed(account, revision, terms, actor);
    }

    /** From now on. Null if there are no such terms; that has been told. */
    private Terms agreed(CommitRow commit, UUID account, TermsRow row) {
        row.check(commit, findings);
        Terms terms = row.terms(findings);
        if (terms != null) {
            accounts.setStanding(
                    account, accounts.standing(account).under(row.key().revision(), terms));
        }
        return terms;
    }

    private void checkFunds(CommitRow commit, UUID account) {
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

    private Event close(CommitRow commit, UUID account, String actor) {
        if (!accounts.isOpen(account)) {
            findings.add(
                    "account %s: commit %d closed it, but it was not open",
                    account, commit.sequence());
            return null;
        }
        if (accounts.balance(account) != 0 || accounts.standing(account).held() != 0) {
            findings.add(
                    "account %s: commit %d closed it with a balance of %d and %d held",
                    account,
                    commit.sequence(),
                    accounts.balance(account),
                    accounts.standing(account).held());
        }
        Event closed = new Event.Closed(account, accounts.version(account), actor);
        accounts.close(account);
        return closed;
    }

    private Event transfer(
            CommitRow commit, char letter, UUID id, String actor, Recorded recorded) {
        Transfer transfer = recorded.transfers().get(id);
        if (transfer == null) {
            if (!recorded.transfers().containsKey(id)) {
                findings.add(
                        "transfer %s: commit %d posted it, but it has no row",
                        id, commit.sequence());
            }
            return null;
        }
        Event event = Event.of(transfer, actor);
        if (letter != letter(event)) {
            findings.add(
                    "transfer %s: its row is of another kind than commit %d says",
                    id, commit.sequence());
            return null;
        }
        checkTransfer(commit, transfer);
        keep(commit, transfer, recorded.originals());
        if (transfer.kind().movesMoney()) {
            move(commit, transfer);
        } else {
            checkUnmoved(commit, transfer, transfer.from());
            checkUnmoved(commit, transfer, transfer.to());
        }
        if (transfer.from() != null) {
            checkFunds(commit, transfer.from().account());
        }
        return event;
    }

    private static char letter(Event event) {
        return switch (event) {
            case Event.Posted it -> 'p';
            case Event.Held it -> 'h';
            case Event.Released it -> 'r';
            case Event.Opened it -> 'o';
            case Event.Changed it -> 't';
            case Event.Closed it -> 'c';
        };
    }

    /** What is held by it, or not any more, and what it takes back. */
    private void keep(CommitRow commit, Transfer transfer, Map<UUID, Transfer> originals) {
        if (transfer.kind() == Kind.HOLD) {
            promises.hold(transfer);
            hold(transfer.from().account(), transfer.amount());
        } else if (transfer.kind().settlesHold()) {
            Transfer hold = promises.settle(commit, transfer);
            if (hold != null) {
                hold(hold.from().account(), -hold.amount());
            }
        } else if (transfer.kind() == Kind.REVERSAL) {
            promises.reverse(commit, transfer, originals.get(transfer.related()));
        }
        boolean isRelease = !transfer.kind().movesMoney() && transfer.kind() != Kind.HOLD;
        if (!isRelease) {
            checkFrozen(commit, transfer, transfer.from(), Frozen::stopsDebits);
            checkFrozen(commit, transfer, transfer.to(), Frozen::stopsCredits);
        }
    }

    private void hold(UUID account, long amount) {
        accounts.setStanding(account, accounts.standing(account).hold(amount));
    }

    private void checkFrozen(
            CommitRow commit, Transfer transfer, Entry entry, Predicate<Frozen> stops) {
        // The opening deposit is part of the opening, whatever is agreed then.
        if (entry != null
                && stops.test(accounts.standing(entry.account()).frozen())
                && !isOpening(transfer)) {
            findings.add(
                    "account %s: it was frozen when commit %d posted the transfer %s",
                    entry.account(), commit.sequence(), transfer.id());
        }
    }

    private static boolean isOpening(Transfer transfer) {
        return transfer.from() == null
                && new Command.Open(transfer.to().account(), true, null, 0)
                        .deposit()
                        .equals(transfer.id());
    }

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

    private void checkTransfer(CommitRow commit, Transfer transfer) {
        UUID id = transfer.id();
        if (transfer.sequence() != commit.sequence()) {
            findings.add(
                    "transfer %s: commit %d posted it, but its row has the sequence %d",
                    id, commit.sequence(), transfer.sequence());
        }
        if (!Objects.equals(transfer.createdAt(), commit.committedAt())) {
            findings.add(
                    "transfer %s: it is dated %s, but commit %d, which posted it, %s",
                    id,
                    Findings.time(transfer.createdAt()),
                    commit.sequence(),
                    Findings.time(commit.committedAt()));
        }
        if (transfer.amount() < 1 || transfer.amount() > Money.MAX) {
            findings.add(
                    "transfer %s: its amount is %d, not 1 to %d", id, transfer.amount(), Money.MAX);
        }
        if (transfer.from() != null
                && transfer.to() != null
                && transfer.from().account().equals(transfer.to().account())) {
            findings.add(
                    "transfer %s: it goes from account %s to itself",
                    id, transfer.from().account());
        }
    }

    private void move(CommitRow commit, Transfer transfer) {
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
}
