package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Binds rows to a statement column by column, in the order of its parameters. */
final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int column;

    Columns(PreparedStatement statement, List<T> rows) {
        this(statement, rows, 0);
    }

    Columns(PreparedStatement statement, List<T> rows, int column) {
        this.statement = statement;
        this.rows = rows;
        this.column = column;
    }

    int count() {
        return column;
    }

    Columns<T> uuids(Function<T, UUID> value) throws SQLException {
        return bind("uuid", rows.stream().map(value).toArray(UUID[]::new));
    }

    Columns<T> texts(Function<T, String> value) throws SQLException {
        return bind("text", rows.stream().map(value).toArray(String[]::new));
    }

    Columns<T> numbers(ToLongFunction<T> value) throws SQLException {
        return bind("int8", rows.stream().mapToLong(value).boxed().toArray(Long[]::new));
    }

    Columns<T> optional(Function<T, Side> side, ToLongFunction<Side> value) throws SQLException {
        Long[] numbers = new Long[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            Side present = side.apply(rows.get(i));
            numbers[i] = present == null ? null : value.applyAsLong(present);
        }
        return bind("int8", numbers);
    }

    Columns<T> times(ToLongFunction<T> micros) throws SQLException {
        String[] times = new String[rows.size()];
        long last = 0;
        String text = null;
        for (int i = 0; i < times.length; i++) {
            long time = micros.applyAsLong(rows.get(i));
            // Nearly always the same throughout a batch.
            if (text == null || time != last) {
                last = time;
                text = Micros.instant(time).toString();
            }
            times[i] = text;
        }
        return bind("timestamptz", times);
    }

    private Columns<T> bind(String type, Object[] values) throws SQLException {
        statement.setArray(++column, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
