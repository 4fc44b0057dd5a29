package dev.remit.database;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGProperty;

/**
 * The parameters of a database URL by which a connection is made safe. The driver passes over a
 * name that it does not know, so one that is misspelt would leave the connection as open as if it
 * were not there.
 */
final class TlsNames {

    private static final List<String> NAMES =
            List.of("sslmode", "sslrootcert", "sslcert", "sslkey", "sslpassword");

    /** Known to libpq alone, and similar. */
    private static final Set<String> OF_LIBPQ =
            Set.of("sslcrl", "sslcrldir", "sslsni", "sslcertmode", "sslnegotiation");

    /** Letters that are wrong, missing or too many; a pair that is swapped counts as two. */
    private static final int MISTAKES = 2;

    private TlsNames() {}

    static void refuseMisspelt(String name) {
        if (PGProperty.forName(name) == null && !OF_LIBPQ.contains(name)) {
            meant(name)
                    .ifPresent(
                            meant -> {
                                throw new InvalidDatabaseUrl(
                                        "DATABASE_URL has a parameter '%s', which nobody knows: write %s."
                                                .formatted(name, meant));
                            });
        }
    }

    private static Optional<String> meant(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return NAMES.stream()
                .filter(known -> distance(letters, known) <= MISTAKES)
                .min((one, other) -> distance(letters, one) - distance(letters, other));
    }

    /** How many letters have to be put in, taken out or replaced to make one word of the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
