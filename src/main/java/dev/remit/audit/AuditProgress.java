package dev.remit.audit;

import java.util.Locale;

/**
 * How far an audit is. Written by the thread that reads the books, read by those who watch it.
 *
 * <p>What is counted are the sides of postings: one that has a sender and a receiver is read twice,
 * in the chain of either.
 */
public final class AuditProgress {

    private volatile long total = -1;
    private volatile long read;

    private long lastAt = System.nanoTime();
    private long lastRead;

    /** Also when the audit is begun again. */
    void begin(long sides) {
        read = 0;
        total = sides;
    }

    void add(long sides) {
        // By one thread only.
        read = read + sides;
    }

    /** Since the line before. */
    public synchronized String line() {
        long sides = total;
        if (sides < 0) {
            return "audit: counting accounts and postings";
        }
        long now = System.nanoTime();
        long soFar = read;
        double perSecond = Math.max(0, soFar - lastRead) * 1e9 / Math.max(1, now - lastAt);
        lastAt = now;
        lastRead = soFar;
        return String.format(
                Locale.ROOT,
                "audit: %,d of %,d sides of postings (%d %%), %,.0f per second",
                soFar,
                sides,
                sides == 0 ? 100 : soFar * 100 / sides,
                perSecond);
    }
}
