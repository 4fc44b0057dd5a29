package dev.remit.store;

import dev.remit.ledger.Head;
import dev.remit.ledger.Micros;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.Immutable;

/** When a commit was made, and its hash; what it did is read by commits and audits alone. */
@Entity
@Immutable
@Table(name = "commits")
public class CommitTime extends PanacheEntityBase {

    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    @Id public long sequence;

    @Column(name = "committed_at")
    public Instant committedAt;

    /** The ledger's hash after it. */
    public byte[] hash;

    /** The ledger's head: what the last commit has left. */
    static Head head() {
        CommitTime last = CommitTime.<CommitTime>findAll(NEWEST_FIRST).firstResult();
        return last == null
                ? Head.empty(Ledger.MAIN)
                : new Head(Ledger.MAIN, last.sequence, last.hash, Micros.of(last.committedAt));
    }

    /** How many commits there have been by now. */
    public static long last() {
        return head().sequence();
    }

    /**
     * The last commit that is no younger than a time; 0 if there is none. Commits get no older with
     * their numbers, which have no gaps: so it looks at the one in the middle, again and again.
     *
     * @param last the ledger's last commit
     */
    static long lastUntil(Instant time, long last) {
        long low = 0;
        long high = last;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            CommitTime commit = findById(middle);
            if (commit.committedAt.isAfter(time)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * The last commit before a time, which like those of commits has whole microseconds; 0 if there
     * is none.
     *
     * @param last the ledger's last commit
     */
    static long lastBefore(Instant time, long last) {
        return lastUntil(time.minus(1, ChronoUnit.MICROS), last);
    }

    /** The ledger's hash after a commit; before the first one if it is 0. */
    static byte[] hash(long sequence) {
        return sequence == 0
                ? Head.empty(Ledger.MAIN).hash()
                : CommitTime.<CommitTime>findById(sequence).hash;
    }
}
