package dev.remit.faults;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a statement is to a transaction, told from its first words. */
final class Sql {

    private static final Pattern FIRST_WORDS =
            Pattern.compile(
                    "(?:[\\s;(]++|--[^\\n]*(?:\\n|$)|/\\*(?s:.*?)\\*/)*+([A-Za-z]*)\\s*([A-Za-z]*)");

    private static final Set<String> TRANSACTION_CONTROL =
            Set.of("BEGIN", "START", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE");

    /** They touch no data, and a driver sends them on its own account. */
    private static final Set<String> SESSION =
            Set.of("SET", "RESET", "SHOW", "DISCARD", "DEALLOCATE", "LISTEN", "UNLISTEN");

    private Sql() {}

    /** Where a fault may happen, if this is such a place. */
    static Optional<Fault.Moment> moment(String sql) {
        Matcher words = FIRST_WORDS.matcher(sql);
        if (!words.lookingAt()) {
            return Optional.empty();
        }
        String first = words.group(1).toUpperCase(Locale.ROOT);
        if (first.equals("COMMIT") || first.equals("END")) {
            boolean twoPhase = words.group(2).equalsIgnoreCase("PREPARED");
            return twoPhase ? Optional.empty() : Optional.of(Fault.Moment.COMMIT);
        }
        boolean touchesData =
                !first.isEmpty()
                        && !TRANSACTION_CONTROL.contains(first)
                        && !SESSION.contains(first);
        return touchesData ? Optional.of(Fault.Moment.STATEMENT) : Optional.empty();
    }
}
