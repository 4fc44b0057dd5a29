package dev.remit.ledger;

import dev.remit.ledger.Posting.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes down what was decided: all changed balances in one statement and the whole journal in
 * another, both in one round trip, however many transfers there are. Opening and closing accounts
 * takes a statement more each.
 *
 * <p>Rows travel as one array per column. {@code ROWS FROM} zips them together on PostgreSQL and on
 * every version of CockroachDB, where {@code unnest} of several arrays is younger.
 */
final class BatchWriter {

    private static final String CLOSE = "DELETE FROM accounts WHERE id = ANY (?)";

    private static final String OPEN =
            """
            INSERT INTO accounts (id, name, balance, version, created_at, posted_at, opening)
            SELECT * FROM ROWS FROM (unnest(?::uuid[]), unnest(?::text[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::timestamptz[]), unnest(?::timestamptz[]),
                unnest(?::uuid[])) AS opened""";

    private static final String BALANCES =
            """
            UPDATE accounts
            SET balance = changed.balance, version = changed.version, posted_at = changed.posted_at
            FROM ROWS FROM (unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::timestamptz[])) AS changed (id, balance, version, posted_at)
            WHERE accounts.id = changed.id""";

    private static final String JOURNAL =
            """
            INSERT INTO transfers (id, from_account, to_account, amount, reference, created_at,
                from_balance, from_version, to_balance, to_version)
            SELECT * FROM ROWS FROM (unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::uuid[]),
                unnest(?::int8[]), unnest(?::text[]), unnest(?::timestamptz[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[])) AS posted""";

    private final Connection connection;

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Decision decision) throws SQLException {
        List<Running> opened = new ArrayList<>();
        List<Running> changed = new ArrayList<>();
        List<Running> closed = new ArrayList<>();
        for (Running account : decision.accounts()) {
            if (account.isGoneRow()) {
                closed.add(account);
            }
            if (account.isNewRow()) {
                opened.add(account);
            }
            if (account.isChangedRow()) {
                changed.add(account);
            }
        }
        close(closed);
        open(opened);
        post(changed, decision.postings());
    }

    private void close(List<Running> accounts) throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            new Columns<>(statement, accounts).uuids(account -> account.id);
            expect(accounts.size(), statement.executeUpdate());
        }
    }

    private void open(List<Running> accounts) throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            new Columns<>(statement, accounts)
                    .uuids(account -> account.id)
                    .texts(account -> account.opened.name())
                    .numbers(account -> account.balance)
                    .numbers(account -> account.version)
                    .times(account -> account.createdAt)
                    .times(account -> account.postedAt)
                    .uuids(account -> account.opened.opening());
            expect(accounts.size(), statement.executeUpdate());
        }
    }

    private void post(List<Running> changed, List<Posting> postings) throws SQLException {
        if (postings.isEmpty()) {
            return;
        }
        String sql = changed.isEmpty() ? JOURNAL : BALANCES + ";" + JOURNAL;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int column = 0;
            if (!changed.isEmpty()) {
                column =
                        new Columns<>(statement, changed)
                                .uuids(account -> account.id)
                                .numbers(account -> account.balance)
                                .numbers(account -> account.version)
                                .times(account -> account.postedAt)
                                .count();
            }
            new Columns<>(statement, postings, column)
                    .uuids(Posting::id)
                    .uuids(posting -> account(posting.from()))
                    .uuids(posting -> account(posting.to()))
                    .numbers(Posting::amount)
                    .texts(Posting::reference)
                    .times(Posting::createdAt)
                    .optional(Posting::from, Side::balance)
                    .optional(Posting::from, Side::version)
                    .optional(Posting::to, Side::balance)
                    .optional(Posting::to, Side::version);
            statement.execute();
            if (!changed.isEmpty()) {
                expect(changed.size(), statement.getUpdateCount());
                statement.getMoreResults();
            }
            expect(postings.size(), statement.getUpdateCount());
        }
    }

    private static UUID account(Side side) {
        return side == null ? null : side.account();
    }

    /**
     * The rows are locked and were seen a moment ago: a missing one means that this program is
     * wrong.
     */
    private static void expect(int rows, int written) {
        if (written != rows) {
            throw new IllegalStateException(rows + " rows were to be written, not " + written);
        }
    }
}
