package dev.remit.audit;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import dev.remit.ledger.Money;
import dev.remit.ledger.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

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
     * @param events accounts are opened without name and currency: those are in another table
     * @param isComplete whether these are all
     */
    record Replayed(CommitRow row, List<Event> events, boolean isComplete) {}

    private final AccountStates accounts;
    private final Findings findings;

    Replay(AccountStates accounts, Findings findings) {
        this.accounts = accounts;
        this.findings = findings;
    }

    Replayed replay(CommitRow commit, Map<UUID, Transfer> transfers) {
        boolean isComplete = checkLength(commit);
        List<Event> events = new ArrayList<>(commit.length());
        for (int i = 0; i < commit.length(); i++) {
            Event event = replay(commit, i, transfers);
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
    private Event replay(CommitRow commit, int index, Map<UUID, Transfer> transfers) {
        UUID subject = commit.subjects()[index];
        char letter = commit.events().charAt(index);
        if (subject == null || "opc".indexOf(letter) < 0) {
            findings.add(
                    "commit %d: its event %d has the letter U+%04X and the subject %s",
                    commit.sequence(), index + 1, (int) letter, subject);
            return null;
        }
        return switch (letter) {
            case 'o' -> open(commit, subject, commit.actor(index));
            case 'c' -> close(commit, subject, commit.actor(index));
            default -> post(commit, subject, commit.actor(index), transfers);
        };
    }

    private Event open(CommitRow commit, UUID account, String actor) {
        if (accounts.version(account) != AccountStates.NEVER_OPENED) {
            findings.add(
                    "account %s: commit %d opened it, but it was open or closed before",
                    account, commit.sequence());
        }
        accounts.put(account, 0, 0);
        return new Event.Opened(account, null, null, actor);
    }

    private Event close(CommitRow commit, UUID account, String actor) {
        if (!accounts.isOpen(account)) {
            findings.add(
                    "account %s: commit %d closed it, but it was not open",
                    account, commit.sequence());
            return null;
        }
        if (accounts.balance(account) != 0) {
            findings.add(
                    "account %s: commit %d closed it with a balance of %d",
                    account, commit.sequence(), accounts.balance(account));
        }
        Event closed = new Event.Closed(account, accounts.version(account), actor);
        accounts.close(account);
        return closed;
    }

    private Event post(CommitRow commit, UUID id, String actor, Map<UUID, Transfer> transfers) {
        Transfer transfer = transfers.get(id);
        if (transfer == null) {
            if (!transfers.containsKey(id)) {
                findings.add(
                        "transfer %s: commit %d posted it, but it has no row",
                        id, commit.sequence());
            }
            return null;
        }
        checkTransfer(commit, transfer);
        if (transfer.from() != null) {
            move(commit, transfer, transfer.from(), -transfer.amount());
        }
        if (transfer.to() != null) {
            move(commit, transfer, transfer.to(), transfer.amount());
        }
        return new Event.Posted(transfer, actor);
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
        if (entry.balance() < 0 || entry.balance() > Money.MAX) {
            findings.add(
                    "account %s: its balance after version %d (transfer %s) is %d, not 0 to %d",
                    account, entry.version(), transfer.id(), entry.balance(), Money.MAX);
        }
        accounts.put(account, entry.balance(), Math.max(0, entry.version()));
    }
}
