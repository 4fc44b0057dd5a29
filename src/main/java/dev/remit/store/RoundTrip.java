package dev.remit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Several statements that travel to the database and back together: the driver sends what is parted
 * by semicolons at once, and prepares it as a whole.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING">
 *     Pipelining in PostgreSQL's protocol</a>
 */
final class RoundTrip {

    /** Sets a statement's parameters, in their order. */
    interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    /** Reads what a query answers. */
    interface Reading {
        void read(ResultSet rows) throws SQLException;
    }

    /** Reads one row. */
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * @param reading null for a statement that answers with a number of rows
     * @param rows how many rows have to be written; negative if it does not matter
     */
    private record Step(String sql, Binding binding, Reading reading, int rows) {}

    private static final Binding NOTHING = parameters -> {};
    private static final int ANY = -1;

    private final List<Step> steps = new ArrayList<>();

    /** A statement without parameters whose answer does not matter. */
    RoundTrip run(String sql) {
        return run(sql, NOTHING);
    }

    /** A statement whose answer does not matter. */
    RoundTrip run(String sql, Binding binding) {
        steps.add(new Step(sql, binding, null, ANY));
        return this;
    }

    RoundTrip query(String sql, Binding binding, Reading reading) {
        steps.add(new Step(sql, binding, reading, ANY));
        return this;
    }

    /**
     * A query whose only parameter is an array of ids.
     *
     * @param sql for so many of them
     */
    RoundTrip query(IntFunction<String> sql, Collection<UUID> ids, Row reading) {
        return query(
                sql.apply(ids.size()),
                parameters -> parameters.uuids(ids),
                rows -> {
                    while (rows.next()) {
                        reading.read(rows);
                    }
                });
    }

    /** The same, unless there is nothing to ask for. */
    RoundTrip queryIfAny(IntFunction<String> sql, Collection<UUID> ids, Row reading) {
        return ids.isEmpty() ? this : query(sql, ids, reading);
    }

    /** As {@link #write(String, int, Binding)}, unless there is nothing to write. */
    <T> RoundTrip writeIfAny(String sql, Collection<T> rows, Binding binding) {
        return rows.isEmpty() ? this : write(sql, rows.size(), binding);
    }

    /**
     * A statement that has to write so many rows. The commit has the head, so nobody but an
     * outsider can have changed what it read a moment ago.
     */
    RoundTrip write(String sql, int rows, Binding binding) {
        steps.add(new Step(sql, binding, null, rows));
        return this;
    }

    /**
     * @throws OutsideInterference if a statement has written another number of rows than it had to
     */
    void make(Connection connection) throws SQLException {
        String sql = String.join(";\n", steps.stream().map(Step::sql).toList());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(statement);
            for (Step step : steps) {
                step.binding().bind(parameters);
            }
            statement.execute();
            for (Step step : steps) {
                answer(statement, step);
                statement.getMoreResults();
            }
        }
    }

    private static void answer(PreparedStatement statement, Step step) throws SQLException {
        if (step.reading() != null) {
            try (ResultSet rows = statement.getResultSet()) {
                step.reading().read(rows);
            }
        } else if (step.rows() != ANY && step.rows() != statement.getUpdateCount()) {
            throw new OutsideInterference(
                    "%d rows were to be written, not %d, by: %s"
                            .formatted(step.rows(), statement.getUpdateCount(), step.sql()));
        }
    }
}
