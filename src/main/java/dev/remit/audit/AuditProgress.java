package dev.remit.audit;

import java.util.Locale;

/**
 * How far an audit is, in transfers. Written by the thread that reads the books, read by those who
 * watch it.
 */
public final class AuditProgress {

    private volatile long total = -1;
    private volatile long read;

    private long lastAt = System.nanoTime();
    private long lastRead;

    /** Also when the audit is begun again. */
    void begin(long transfers) {
        read = 0;
        total = transfers;
    }

    void add(long transfers) {
        // By one thread only.
        read = read + transfers;
    }

    /** How much of all transfers has been read, of 100; below 0 while they are counted. */
    public int percent() {
        long all = total;
        if (all < 0) {
            return -1;
        }
        return all == 0 ? 100 : Math.toIntExact(Math.min(100, read * 100 / all));
    }

    /** Since the line before. */
    public synchronized String line() {
        long all = total;
        if (all < 0) {
            return "audit: counting accounts and transfers";
        }
        long now = System.nanoTime();
        long soFar = read;
        double perSecond = Math.max(0, soFar - lastRead) * 1e9 / Math.max(1, now - lastAt);
        lastAt = now;
        lastRead = soFar;
        return String.format(
                Locale.ROOT,
                "audit: %,d of %,d transfers (%d %%), %,.0f per second",
                soFar,
                all,
                all == 0 ? 100 : soFar * 100 / all,
                perSecond);
    }
}
