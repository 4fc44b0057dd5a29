package dev.remit.audit;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Event;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.Transfer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Monitors that are created and ended once more. It remembers those that watch, and finds out by
 * itself which lines each transfer crosses: the events have to tell of just these, at once and in
 * their order.
 */
final class MonitorEvents {

    private final AccountStates accounts;
    private final Findings findings;
    private final Map<UUID, MonitorRow> watching = new HashMap<>();

    /** What the last transfer has crossed, and no event has told of yet. */
    private final Deque<Monitor> crossed = new ArrayDeque<>();

    private Transfer lastTransfer;

    MonitorEvents(AccountStates accounts, Findings findings) {
        this.accounts = accounts;
        this.findings = findings;
    }

    /** Null if there is no saying what it watches. */
    Event create(CommitRow commit, UUID id, String actor, MonitorRow row) {
        if (row == null) {
            findings.add(
                    "monitor %s: commit %d created it, but it has no row", id, commit.sequence());
            return null;
        }
        row.check(commit, findings);
        Monitor monitor = row.monitor(findings);
        if (monitor == null) {
            return null;
        }
        Standing standing = accounts.standing(monitor.account());
        if (!accounts.isOpen(monitor.account())
                || standing.monitors().isFull()
                || watching.containsKey(id)) {
            findings.add(
                    "monitor %s: commit %d created it for account %s, which it cannot have",
                    id, commit.sequence(), monitor.account());
            return null;
        }
        watching.put(id, row);
        accounts.setStanding(
                monitor.account(), standing.watchedBy(standing.monitors().with(monitor)));
        return new Event.MonitorCreated(monitor, actor);
    }

    /** Null if it could not be ended. */
    Event delete(CommitRow commit, UUID id, String actor) {
        MonitorRow row = watching.remove(id);
        if (row == null) {
            findings.add("monitor %s: commit %d ended it, but it was none", id, commit.sequence());
            return null;
        }
        row.checkEnd(commit.sequence(), findings);
        Monitor monitor = row.monitor(findings);
        Standing standing = accounts.standing(monitor.account());
        accounts.setStanding(
                monitor.account(), standing.watchedBy(standing.monitors().without(monitor)));
        return new Event.MonitorDeleted(monitor, actor);
    }

    /** An account is closed after its monitors have ended. */
    void close(CommitRow commit, UUID account) {
        for (Monitor monitor : accounts.standing(account).monitors().all()) {
            findings.add(
                    "monitor %s: commit %d closed its account %s, but it was not ended",
                    monitor.id(), commit.sequence(), account);
            watching.remove(monitor.id());
        }
    }

    /** Finds out what it crosses. */
    void post(Transfer transfer) {
        lastTransfer = transfer;
        cross(transfer.from(), -transfer.amount());
        cross(transfer.to(), transfer.amount());
    }

    private void cross(Entry entry, long amount) {
        if (entry != null) {
            crossed.addAll(
                    accounts.standing(entry.account())
                            .monitors()
                            .crossedBy(entry.balance() - amount, entry.balance()));
        }
    }

    /** Null if nothing was crossed. */
    Event cross(CommitRow commit, UUID id, String actor) {
        if (crossed.stream().noneMatch(monitor -> monitor.id().equals(id))) {
            findings.add(
                    "monitor %s: commit %d tells that its line was crossed, but no transfer did so then",
                    id, commit.sequence());
            return null;
        }
        while (!crossed.getFirst().id().equals(id)) {
            miss(commit);
        }
        return new Event.Crossed(crossed.removeFirst(), lastTransfer, actor);
    }

    /** To be called when something else happens, or nothing more. */
    void endCrossings(CommitRow commit) {
        while (!crossed.isEmpty()) {
            miss(commit);
        }
    }

    private void miss(CommitRow commit) {
        findings.add(
                "monitor %s: transfer %s (commit %d) crossed its line, but no event tells so",
                crossed.removeFirst().id(), lastTransfer.id(), commit.sequence());
    }

    /** To be called when there are no more commits. */
    void end() {
        watching.values().forEach(row -> row.checkEnd(null, findings));
    }
}
