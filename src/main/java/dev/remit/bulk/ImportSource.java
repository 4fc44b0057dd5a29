package dev.remit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A file that is to be imported.
 *
 * @param path null for standard input
 */
public record ImportSource(Path path, FileFormat format, boolean isGzip) {

    /** How standard input is written on a command line. */
    public static final String STANDARD_INPUT = "-";

    private static final String GZIP = ".gz";
    private static final int BUFFER = 64 * 1024;

    /**
     * @param name of the file, or {@link #STANDARD_INPUT}
     * @param format null if the name says it
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static ImportSource of(String name, FileFormat format) {
        boolean isGzip = name.endsWith(GZIP);
        String plain = isGzip ? name.substring(0, name.length() - GZIP.length()) : name;
        FileFormat used =
                format != null
                        ? format
                        : FileFormat.of(plain)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "the name %s does not end with .csv or .ndjson, so --format has to say which it is"
                                                                .formatted(name)));
        if (name.equals(STANDARD_INPUT)) {
            return new ImportSource(null, used, false);
        }
        Path path = Path.of(name);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    "there is no file %s that can be read".formatted(name));
        }
        return new ImportSource(path, used, isGzip);
    }

    /** In bytes as they are stored; 0 if nobody knows. */
    long size() throws IOException {
        return path != null && Files.isRegularFile(path) ? Files.size(path) : 0;
    }

    /**
     * @param progress is told of each byte that is read
     */
    InputStream open(ImportProgress progress) throws IOException {
        InputStream stored =
                progress.counted(path == null ? System.in : Files.newInputStream(path));
        return isGzip ? new GZIPInputStream(stored, BUFFER) : stored;
    }
}
