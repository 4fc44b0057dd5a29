package dev.remit.store;

import dev.remit.database.DatabaseKind;

/**
 * Looks rows up by their keys, however many there are of either, and whatever the planner believes.
 * A commit must not read a table as a whole, least of all that of the transfers.
 *
 * <p>CockroachDB plans a statement anew each time, for as many rows as it has last counted. In a
 * new ledger that is next to none for some minutes, so that it would rather read all transfers than
 * look two hundred up, and with every commit there are more of them. So it is told how to join. (On
 * PostgreSQL the connections of commits have {@code enable_seqscan} off.)
 *
 * @see <a
 *     href="https://www.cockroachlabs.com/docs/stable/cost-based-optimizer#join-hints">CockroachDB:
 *     join hints</a>
 */
final class KeyedQuery {

    /** As a single transfer has, which looks them up by itself: a join would be dearer. */
    private static final int FEW = 2;

    private static final String KEYS = "unnest(?::uuid[])";

    private final String plain;
    private final String hinted;

    private KeyedQuery(String plain, String hinted) {
        this.plain = plain;
        this.hinted = hinted;
    }

    /** The only parameter is an array of keys, and none of them is in it twice. */
    static KeyedQuery of(String columns, String table, String key) {
        return new KeyedQuery(
                "SELECT %s FROM %s WHERE %s = ANY (?)".formatted(columns, table, key),
                hinted(columns, KEYS, table, key));
    }

    /** The keys are what another query finds; whatever it finds twice may be found twice here. */
    static KeyedQuery of(String columns, String table, String key, KeyedQuery keys) {
        return new KeyedQuery(
                "SELECT %s FROM %s WHERE %s IN (%s)".formatted(columns, table, key, keys.plain),
                hinted(columns, "(" + keys.hinted + ")", table, key));
    }

    private static String hinted(String columns, String keys, String table, String key) {
        return "SELECT %s FROM %s AS wanted (wanted_key) INNER LOOKUP JOIN %s ON %s = wanted_key"
                .formatted(columns, keys, table, key);
    }

    /** Only those rows of which this is true as well. */
    KeyedQuery where(String condition) {
        return new KeyedQuery(plain + " AND " + condition, hinted + " WHERE " + condition);
    }

    /** For so many keys. */
    String on(DatabaseKind kind, int keys) {
        return switch (kind) {
            case COCKROACHDB -> keys > FEW ? hinted : plain;
            case POSTGRESQL -> plain;
        };
    }

    /** For whoever locks the rows, which CockroachDB does not do by way of a join. */
    String locking(String lock) {
        return plain + lock;
    }
}
