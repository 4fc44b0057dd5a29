package dev.remit.audit;

import dev.remit.ledger.Commit;
import dev.remit.ledger.Head;
import dev.remit.store.Ledger;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the commits from the first to the head: sequences without gaps, times that never go
 * backwards, each hash made from the one before and from what the commit did.
 *
 * <p>After a wrong hash it goes on from that one, so that what comes after is not blamed for it.
 */
final class Chain {

    private final List<Expectation> expected;
    private final Findings findings;
    private Head head = Head.empty(Ledger.MAIN);

    Chain(List<Expectation> expected, Findings findings) {
        this.expected = expected;
        this.findings = findings;
        compare(head.sequence(), head.hash());
    }

    /** Of the last commit so far. */
    Head head() {
        return head;
    }

    /**
     * @param commit null if what it did is not there any more
     */
    void add(CommitRow row, Commit commit) {
        checkOrder(row);
        byte[] hash = commit == null ? null : head.after(commit).hash();
        if (hash != null && row.hash() != null && !Arrays.equals(hash, row.hash())) {
            findings.add(
                    "commit %d: its hash is %s, but what it did and the hash before make %s",
                    row.sequence(), Findings.hash(row.hash()), Findings.hash(hash));
        }
        compare(row.sequence(), hash);
        head =
                new Head(
                        Ledger.MAIN,
                        row.sequence(),
                        firstKnown(row.hash(), hash, head.hash()),
                        row.committedAt() == null ? head.committedAt() : row.committedAt());
    }

    private void checkOrder(CommitRow row) {
        long next = head.sequence() + 1;
        if (row.sequence() < next) {
            findings.add(
                    "commit %d: it cannot come after commit %d", row.sequence(), head.sequence());
        } else if (row.sequence() == next + 1) {
            findings.add("commit %d: there is none", next);
        } else if (row.sequence() > next) {
            findings.add("commits %d to %d: there are none", next, row.sequence() - 1);
        }
        if (row.committedAt() != null && row.committedAt() < head.committedAt()) {
            findings.add(
                    "commit %d: it is dated %s, but the one before it %s",
                    row.sequence(),
                    Findings.time(row.committedAt()),
                    Findings.time(head.committedAt()));
        }
    }

    private void compare(long sequence, byte[] hash) {
        for (Expectation it : expected) {
            if (it.sequence() == sequence && !it.hash().equals(Findings.hash(hash))) {
                findings.add(
                        "commit %d: its hash was to be %s, but what is recorded makes %s",
                        sequence, it.hash(), Findings.hash(hash));
            }
        }
    }

    /** To be called when there are no more commits. */
    void end() {
        for (Expectation it : expected) {
            if (it.sequence() > head.sequence()) {
                findings.add(
                        "commit %d: its hash was to be %s, but the last commit is %d",
                        it.sequence(), it.hash(), head.sequence());
            }
        }
    }

    private static byte[] firstKnown(byte[]... hashes) {
        return Arrays.stream(hashes).filter(hash -> hash != null).findFirst().orElseThrow();
    }
}
