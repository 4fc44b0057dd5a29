package dev.remit.api.export;

import dev.remit.store.Pages;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * Writes all pages of something, one after the other: no more than one is in memory, and the next
 * one is read when the reader has taken this one.
 *
 * @param first the page that has been read already
 * @param pages the others
 */
record Export<T>(
        List<T> first,
        Pages<T> pages,
        Function<T, ?> row,
        RowWriter writer,
        boolean isGzip,
        Reader reader,
        Places.Place place)
        implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(Export.class);

    private static final int BUFFER = 64 * 1024;

    @Override
    public void write(OutputStream answer) {
        try {
            OutputStream out =
                    compressed(new BufferedOutputStream(reader.impatient(answer), BUFFER));
            writer.begin(out);
            for (List<T> page = first; !page.isEmpty(); page = pages.next()) {
                for (T item : page) {
                    writer.write(row.apply(item), out);
                }
            }
            if (out instanceof GZIPOutputStream gzip) {
                gzip.finish();
            }
            out.flush();
        } catch (IOException | RuntimeException e) {
            // What has been sent must not look complete.
            reader.breakOff();
            LOG.warnf("An export was broken off: %s", e.getMessage());
        } finally {
            place.leave();
        }
    }

    private OutputStream compressed(OutputStream out) throws IOException {
        return isGzip ? new FastGzip(out) : out;
    }

    /**
     * Half as small is what counts; to make it a little smaller still takes three times as long.
     */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
