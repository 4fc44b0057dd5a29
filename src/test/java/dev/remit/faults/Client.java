package dev.remit.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;

/** A pgjdbc connection that does a few things and tells what came of them. */
final class Client implements AutoCloseable {

    /** What an action that did not fail is told as: SQLSTATE "successful completion". */
    static final String SUCCESS = "00000";

    final Connection connection;

    private Client(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    static Client through(FaultProxy proxy, QueryMode mode) throws SQLException {
        return new Client(Database.connect(proxy, mode.parameters)).warmedUp();
    }

    /** As new as a pool opens them: nothing was prepared yet. */
    static Client fresh(FaultProxy proxy) throws SQLException {
        return new Client(Database.connect(proxy, ""));
    }

    /** Not through a proxy. */
    static Client direct(QueryMode mode) throws SQLException {
        return new Client(Database.connect(mode.parameters)).warmedUp();
    }

    /** Until the driver has given names to all that it will. */
    private Client warmedUp() throws SQLException {
        for (int i = 0; i < 6; i++) {
            insert(-1);
            delete(-1);
            connection.commit();
        }
        return this;
    }

    void insert(long id) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entries (id, note) VALUES (?, 'x')")) {
            insert.setLong(1, id);
            insert.executeUpdate();
        }
    }

    void delete(long id) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM entries WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    String tryInsert(long id) {
        return stateOf(() -> insert(id));
    }

    String tryCommit() {
        return stateOf(connection::commit);
    }

    String tryRollback() {
        return stateOf(connection::rollback);
    }

    /** IDLE, OPEN or FAILED, as the server last said. */
    String transaction() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState().name();
    }

    boolean usable() {
        return stateOf(() -> number("SELECT 1")).equals(SUCCESS)
                && stateOf(connection::rollback).equals(SUCCESS);
    }

    static String stateOf(Action action) {
        try {
            action.run();
            return SUCCESS;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What is to be tried. */
    interface Action {
        void run() throws SQLException;
    }
}
