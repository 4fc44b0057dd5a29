package dev.remit.store;

import dev.remit.ledger.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Sets a statement's parameters in their order. Rows travel as one array per column: however many
 * there are, the statement is the same.
 */
final class Parameters {

    /**
     * Something that a column can be taken from.
     *
     * @param <T> of the rows
     */
    final class Rows<T> {

        private final Collection<T> rows;

        private Rows(Collection<T> rows) {
            this.rows = rows;
        }

        Rows<T> uuids(Function<T, UUID> value) throws SQLException {
            return array("uuid", rows.stream().map(value).toArray());
        }

        Rows<T> texts(Function<T, String> value) throws SQLException {
            return array("text", rows.stream().map(value).toArray());
        }

        Rows<T> numbers(ToLongFunction<T> value) throws SQLException {
            return array("int8", rows.stream().map(value::applyAsLong).toArray());
        }

        /** Null where the part that has the number is. */
        <P> Rows<T> numbers(Function<T, P> part, ToLongFunction<P> value) throws SQLException {
            return array(
                    "int8",
                    rows.stream()
                            .map(part)
                            .map(it -> it == null ? null : (Object) value.applyAsLong(it))
                            .toArray());
        }

        Rows<T> truths(Predicate<T> value) throws SQLException {
            return array("bool", rows.stream().map(value::test).toArray());
        }

        /** Of ids, each row its own: as texts, because arrays of arrays are rectangular. */
        Rows<T> lists(Function<T, Collection<UUID>> value) throws SQLException {
            return array("text", rows.stream().map(it -> literal(value.apply(it))).toArray());
        }

        private Rows<T> array(String type, Object[] values) throws SQLException {
            Parameters.this.array(type, values);
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
        return array("uuid", values.toArray());
    }

    /**
     * @param values null for no array; none of them has to be there
     */
    Parameters texts(Collection<String> values) throws SQLException {
        if (values == null) {
            statement.setArray(++index, null);
            return this;
        }
        return array("text", values.toArray());
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

    private static String literal(Collection<UUID> ids) {
        StringBuilder text = new StringBuilder(2 + 37 * ids.size()).append('{');
        for (UUID id : ids) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append(id);
        }
        return text.append('}').toString();
    }
}
