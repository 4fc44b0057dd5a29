package dev.remit.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rows of a query, however many, with one page of them in memory.
 *
 * <p>Each page is a query of its own that begins behind the last row. A cursor would save that
 * little, but several are read side by side here, and CockroachDB has but one portal open at a time
 * on a connection.
 *
 * @see <a href="https://www.cockroachlabs.com/docs/stable/postgresql-compatibility">CockroachDB's
 *     limits in PostgreSQL's protocol</a>
 */
final class Pages<T> {

    private final Connection connection;
    private final PagedQuery<T> query;
    private final int size;
    private final Deque<T> page;
    private Object[] lastKey;
    private boolean exhausted;
    private long rows;

    Pages(Connection connection, PagedQuery<T> query, int size) {
        this.connection = connection;
        this.query = query;
        this.size = size;
        this.page = new ArrayDeque<>(size);
    }

    /** The row that is next; null at the end. */
    T head() throws SQLException, InterruptedException {
        while (page.isEmpty() && !exhausted) {
            load();
        }
        return page.peekFirst();
    }

    T take() throws SQLException, InterruptedException {
        T head = head();
        page.pollFirst();
        return head;
    }

    /** How many rows were read so far, whether anything could be made of them or not. */
    long rows() {
        return rows;
    }

    private void load() throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String sql = lastKey == null ? query.first() : query.next();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (lastKey != null) {
                for (Object key : lastKey) {
                    statement.setObject(parameter++, key);
                }
            }
            statement.setInt(parameter, size);
            try (ResultSet result = statement.executeQuery()) {
                read(result);
            }
        }
    }

    private void read(ResultSet result) throws SQLException {
        int count = 0;
        while (result.next()) {
            T row = query.reader().read(result);
            if (row != null) {
                page.addLast(row);
            }
            if (++count == size) {
                lastKey = key(result);
            }
        }
        rows += count;
        exhausted = count < size;
    }

    private Object[] key(ResultSet row) throws SQLException {
        Object[] key = new Object[query.keyColumns()];
        for (int column = 0; column < key.length; column++) {
            key[column] = row.getObject(column + 1);
        }
        return key;
    }
}
