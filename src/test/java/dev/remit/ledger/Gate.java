package dev.remit.ledger;

import dev.remit.bank.OwnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Holds the row of an account, and with it whoever wants to post on that account. */
final class Gate implements AutoCloseable {

    private final UUID account;
    private final Connection connection;

    private Gate(UUID account, Connection connection) {
        this.account = account;
        this.connection = connection;
    }

    static Gate at(UUID account, OwnDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT id FROM accounts WHERE id = '%s' FOR UPDATE".formatted(account));
        }
        return new Gate(account, connection);
    }

    UUID account() {
        return account;
    }

    /** Opens it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
