package dev.remit.bulk;

import java.util.Locale;
import java.util.Optional;

/** How the rows of a file are written. */
public enum FileFormat {
    CSV,
    NDJSON;

    /** What its name ends with. */
    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** By the end of the name. */
    static Optional<FileFormat> of(String fileName) {
        for (FileFormat format : values()) {
            if (fileName.toLowerCase(Locale.ROOT).endsWith(format.extension())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
