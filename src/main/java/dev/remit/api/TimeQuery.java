package dev.remit.api;

import dev.remit.api.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A point in time as a parameter of a query. */
public final class TimeQuery {

    /** Beyond those nobody posts, and no database stores a time as it stands here. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private TimeQuery() {}

    /**
     * What is finer than a microsecond is cut off: nothing is dated between two of them.
     *
     * @param text ISO 8601 with an offset, of which the plus may have become a blank; null, which
     *     is no time, if it does not stand in the query
     */
    public static Instant of(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time =
                    OffsetDateTime.parse(
                                    text.replace(' ', '+'), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant()
                            .truncatedTo(ChronoUnit.MICROS);
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                throw invalid(name);
            }
            return time;
        } catch (DateTimeException e) {
            throw invalid(name);
        }
    }

    private static RuntimeException invalid(String name) {
        return Problems.invalid(name, "must be a time such as 2026-11-22T13:33:07.123456Z");
    }
}
