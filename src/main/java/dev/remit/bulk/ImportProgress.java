package dev.remit.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** How far an import is. Written by the thread that imports, read by those who watch it. */
public final class ImportProgress {

    private volatile long size;
    private volatile long read;
    private volatile ImportResult result = ImportResult.NOTHING;

    private long lastAt = System.nanoTime();
    private long lastRows;

    /**
     * @param bytes of the whole file; 0 if nobody knows
     */
    void begin(long bytes) {
        size = bytes;
    }

    void now(ImportResult soFar) {
        result = soFar;
    }

    /** Since the line before. */
    public synchronized String line() {
        ImportResult soFar = result;
        long now = System.nanoTime();
        double perSecond = (soFar.rows() - lastRows) * 1e9 / Math.max(1, now - lastAt);
        lastAt = now;
        lastRows = soFar.rows();
        return String.format(
                Locale.ROOT,
                "import: %,d rows%s, %,d rejected, %,.0f per second",
                soFar.rows(),
                size == 0 ? "" : " (" + Math.min(100, read * 100 / size) + " %)",
                soFar.rejected(),
                perSecond);
    }

    /** The same stream, of which every byte is counted. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                // By one thread only.
                ImportProgress.this.read += Math.max(0, count);
                return count;
            }
        };
    }
}
