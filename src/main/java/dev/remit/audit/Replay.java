package dev.remit.audit;

import dev.remit.ledger.Event;
import dev.remit.ledger.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param monitors that were created
     */
    record Recorded(
            Map<UUID, Transfer> transfers,
            Map<UUID, Transfer> originals,
            Map<TermsRow.Key, TermsRow> terms,
            Map<UUID, MonitorRow> monitors) {}

    private final AccountEvents accountEvents;
    private final TransferEvents transferEvents;
    private final MonitorEvents monitorEvents;
    private final Findings findings;

    Replay(AccountStates accounts, Promises promises, MonitorEvents monitors, Findings findings) {
        Entries entries = new Entries(accounts, findings);
        this.accountEvents = new AccountEvents(accounts, entries, findings);
        this.transferEvents = new TransferEvents(accounts, entries, promises, findings);
        this.monitorEvents = monitors;
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
        monitorEvents.endCrossings(commit);
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
        if (letter != 'x') {
            monitorEvents.endCrossings(commit);
        }
        if (subject != null) {
            switch (letter) {
                case 'o' -> {
                    return accountEvents.open(commit, subject, actor, recorded.terms());
                }
                case 't' -> {
                    return accountEvents.change(commit, subject, actor, recorded.terms());
                }
                case 'c' -> {
                    monitorEvents.close(commit, subject);
                    return accountEvents.close(commit, subject, actor);
                }
                case 'p', 'h', 'r' -> {
                    Event event = transferEvents.transfer(commit, letter, subject, actor, recorded);
                    if (event instanceof Event.Posted posted) {
                        monitorEvents.post(posted.transfer());
                    }
                    return event;
                }
                case 'm' -> {
                    return monitorEvents.create(
                            commit, subject, actor, recorded.monitors().get(subject));
                }
                case 'u' -> {
                    return monitorEvents.delete(commit, subject, actor);
                }
                case 'x' -> {
                    return monitorEvents.cross(commit, subject, actor);
                }
                default -> {}
            }
        }
        findings.add(
                "commit %d: its event %d has the letter U+%04X and the subject %s",
                commit.sequence(), index + 1, (int) letter, subject);
        return null;
    }
}
