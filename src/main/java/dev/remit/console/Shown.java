package dev.remit.console;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** How pages show what has no form of its own for people. */
@TemplateExtension
final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Shown() {}

    static String shown(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.MILLIS));
    }

    static String shown(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Enough of it to tell it from others. */
    static String brief(UUID id) {
        return id.toString().substring(0, 8) + '…';
    }
}
