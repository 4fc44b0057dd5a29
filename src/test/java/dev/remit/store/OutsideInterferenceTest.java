package dev.remit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.remit.bank.OwnDatabase;
import dev.remit.database.DatabaseKind;
import dev.remit.ledger.Command;
import dev.remit.ledger.Decision;
import dev.remit.ledger.Needs;
import dev.remit.ledger.PlainLedger;
import dev.remit.ledger.Request;
import dev.remit.ledger.Rules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who takes no turns writes between what a commit reads and what it writes. The commit is
 * never made on top of it: it fails in a way that has it decided anew.
 */
class OutsideInterferenceTest {

    private static final UUID PAYER = new UUID(1, 1);
    private static final UUID PAYEE = new UUID(1, 2);
    private static final UUID TRANSFER = new UUID(2, 1);

    private final OwnDatabase database = OwnDatabase.withSchema("outside_interference");

    @BeforeEach
    void openAccounts() throws SQLException {
        try (Connection connection = database.connect()) {
            new PlainLedger(connection)
                    .commit(
                            0,
                            List.of(
                                    Request.of(new Command.Open(PAYER, true, null, 1000)),
                                    Request.of(new Command.Open(PAYEE, true, null, 0))));
        }
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A balance is changed, as a person would do it.
                "UPDATE accounts SET balance = 5, version = version + 1 WHERE id = '%1$s'",
                "UPDATE accounts SET balance = 5 WHERE id = '%1$s'",
                "DELETE FROM accounts WHERE id = '%1$s'",
                // Another writer has started from the same version.
                """
                INSERT INTO account_commits (account, first_version, last_version, balance, sequence,
                    committed_at, transfers, closed)
                VALUES ('%1$s', 2, 2, 900, 2, now(), '{}', false)""",
                // The same id, posted by somebody else.
                """
                INSERT INTO transfers (id, to_account, to_balance, to_version, amount, sequence, created_at)
                VALUES ('%2$s', '%1$s', 7, 2, 7, 2, now())""",
                "UPDATE ledgers SET sequence = 7",
                """
                INSERT INTO commits (sequence, token, committed_at, events, subjects, hash)
                VALUES (2, '%2$s', now(), 'p', array['%2$s'::uuid], '')"""
            })
    void aCommitThatIsBasedOnWhatIsNoMoreIsNotMade(String interference) throws SQLException {
        try (Connection connection = database.connect()) {
            DatabaseKind kind = DatabaseKind.of(connection);
            assumeFalse(
                    kind == DatabaseKind.COCKROACHDB && interference.contains("ledgers"),
                    "there the head's row itself is locked, so nobody else changes it");
            connection.setAutoCommit(false);
            LedgerStore store = new LedgerStore(connection, kind);
            List<Request> requests =
                    List.of(Request.of(new Command.Post(TRANSFER, true, PAYER, PAYEE, 100, null)));
            Decision decision =
                    Rules.decide(requests, store.read(0, Needs.of(requests)), UUID.randomUUID(), 1);

            database.execute(interference.formatted(PAYER, TRANSFER));
            Throwable failed = catchThrowable(() -> store.write(decision));

            assertThat(Failure.of(failed).kind()).isEqualTo(Failure.Kind.CONFLICT);
            assertThat(new Failure.WorthARetry().test(failed)).isTrue();
        }
    }
}
