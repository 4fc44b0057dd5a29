package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.store.Pages;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes all pages of something, one after the other: no more than one is in memory, and the next
 * one is read when the reader has taken this one.
 *
 * @param row what a row is made of
 * @param columns of the rows, in order
 */
record Export<T>(
        Pages<T> pages,
        Function<T, ?> row,
        Format format,
        List<String> columns,
        ObjectMapper json,
        boolean isGzip)
        implements StreamingOutput {

    private static final int BUFFER = 64 * 1024;

    @Override
    public void write(OutputStream answer) throws IOException {
        OutputStream buffered = new BufferedOutputStream(answer, BUFFER);
        OutputStream out = isGzip ? new FastGzip(buffered) : buffered;
        RowWriter rows = format.begin(out, columns, json);
        for (List<T> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (T item : page) {
                rows.write(row.apply(item));
            }
        }
        rows.end();
        out.close();
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
