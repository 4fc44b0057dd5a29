package dev.remit.store;

import dev.remit.ledger.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Sets a statement's parameters in their order. Rows travel as one array per column: however many
 * there are, the statement is the same.
 */
final class Parameters {

    /**
     * Something that a column can be taken from. Arrays are typed, because the driver sends those
     * in binary and all others as text.
     *
     * @param <T> of the rows
     */
    final class Rows<T> {

        private final Collection<T> rows;

        private Rows(Collection<T> rows) {
            this.rows = rows;
        }

        Rows<T> uuids(Function<T, UUID> value) throws SQLException {
            Parameters.this.uuids(rows.stream().map(value).toList());
            return this;
        }

        Rows<T> texts(Function<T, String> value) throws SQLException {
            return array("text", value, String[]::new);
        }

        Rows<T> numbers(Function<T, Long> value) throws SQLException {
            return array("int8", value, Long[]::new);
        }

        /** Null where the part that has the number is. */
        <P> Rows<T> numbers(Function<T, P> part, ToLongFunction<P> value) throws SQLException {
            return numbers(
                    row -> {
                        P present = part.apply(row);
                        return present == null ? null : value.applyAsLong(present);
                    });
        }

        /** Null instead of 0. */
        Rows<T> numbersUnlessZero(ToLongFunction<T> value) throws SQLException {
            return numbers(
                    row -> {
                        long number = value.applyAsLong(row);
                        return number == 0 ? null : number;
                    });
        }

        /** Microseconds since 1970-01-01T00:00Z, as texts, to be cast by the statement. */
        Rows<T> times(Function<T, Long> value) throws SQLException {
            return texts(
                    row -> {
                        Long micros = value.apply(row);
                        return micros == null ? null : Micros.instant(micros).toString();
                    });
        }

        Rows<T> truths(Function<T, Boolean> value) throws SQLException {
            return array("bool", value, Boolean[]::new);
        }

        /**
         * Of ids, each row its own, or null: as texts, because arrays of arrays are rectangular.
         */
        Rows<T> lists(Function<T, Collection<UUID>> value) throws SQLException {
            return texts(
                    row -> {
                        Collection<UUID> ids = value.apply(row);
                        return ids == null ? null : new UuidArray(ids).getValue();
                    });
        }

        /** Where no row has anything the array is empty: unnest fills up with nulls. */
        private <V> Rows<T> array(String type, Function<T, V> value, IntFunction<V[]> array)
                throws SQLException {
            V[] values = array.apply(rows.size());
            boolean isEmpty = true;
            int index = 0;
            for (T row : rows) {
                V one = value.apply(row);
                isEmpty &= one == null;
                values[index++] = one;
            }
            Parameters.this.array(type, isEmpty ? array.apply(0) : values);
            return this;
        }
    }

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    <T> Rows<T> rows(Collection<T> rows) {
        return new Rows<>(rows);
    }

    Parameters uuid(UUID value) throws SQLException {
        statement.setObject(++index, value);
        return this;
    }

    Parameters uuids(Collection<UUID> values) throws SQLException {
        statement.setObject(++index, new UuidArray(values));
        return this;
    }

    /**
     * @param values null for no array; none of them has to be there
     */
    Parameters texts(Collection<String> values) throws SQLException {
        if (values == null) {
            statement.setArray(++index, null);
            return this;
        }
        return array("text", values.toArray(String[]::new));
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    /** As a text, to be cast by the statement. */
    Parameters time(long micros) throws SQLException {
        return text(Micros.instant(micros).toString());
    }

    private Parameters array(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
