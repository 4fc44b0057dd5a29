package dev.remit.audit;

import dev.remit.ledger.Micros;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads what may be in a column although it should not be there. */
final class Columns {

    private Columns() {}

    /** Null if the column is. */
    static Long number(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /**
     * Microseconds since 1970-01-01T00:00Z; null if there is no time, or one that is out of all
     * reach, such as infinity.
     */
    static Long micros(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        try {
            return time == null ? null : Micros.of(time.toInstant());
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Null if the column is; empty if it has more than one dimension. */
    static String[] texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return null;
        }
        return array.getArray() instanceof String[] texts ? texts : new String[0];
    }

    /** Null if the column is, or if it has more than one dimension. */
    static UUID[] uuids(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array != null && array.getArray() instanceof UUID[] ids ? ids : null;
    }
}
