package dev.remit.ledger;

import java.time.Instant;
import java.util.Arrays;

/**
 * The end of a ledger's history.
 *
 * @param sequence of the last commit, 0 if there has been none
 * @param hash of everything up to and including it; 32 bytes, all zero if there has been no commit
 * @param committedAt the time of the last commit, in microseconds since 1970-01-01T00:00Z
 */
public record Head(String ledger, long sequence, byte[] hash, long committedAt) {

    /** Before the first commit. */
    public static Head empty(String ledger) {
        return new Head(ledger, 0, new byte[Hash.BYTES], 0);
    }

    /** The time of the last commit; null if there has been none. */
    public Instant time() {
        return sequence == 0 ? null : Micros.instant(committedAt);
    }

    /** The head after one more commit. */
    public Head after(Commit commit) {
        return new Head(
                ledger,
                commit.sequence(),
                CanonicalForm.hash(ledger, hash, commit),
                commit.committedAt());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head head
                && ledger.equals(head.ledger)
                && sequence == head.sequence
                && committedAt == head.committedAt
                && Arrays.equals(hash, head.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
