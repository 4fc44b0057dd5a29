package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Faults by chance: the same ones for the same seed, and a database that agrees with the client.
 */
class FaultProxyChaosTest {

    private static final Map<Fault, Double> FAULTS =
            Map.of(
                    Fault.atStatement("40001"), 0.05,
                    Fault.atStatement("57P01"), 0.02,
                    Fault.atCommit("40001"), 0.1,
                    Fault.atCommit("40003"), 0.1,
                    Fault.atCommit("40003").afterExecution(), 0.1,
                    Fault.connectionLostAtCommit(), 0.1,
                    Fault.connectionLostAtCommit().afterExecution(), 0.1);

    @BeforeEach
    void emptyTable() throws SQLException {
        Database.empty();
    }

    @Test
    void theSameSeedBringsTheSameFaults() throws SQLException {
        List<String> first = sequence(1);
        String rows = rows();
        Database.empty();

        assertThat(sequence(1)).isEqualTo(first).hasSizeGreaterThan(10);
        assertThat(rows()).isEqualTo(rows);
    }

    /** What happened in 50 transactions, one after the other, and what the client was told. */
    private static List<String> sequence(long seed) throws SQLException {
        List<String> events = new ArrayList<>();
        try (FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port())) {
            proxy.onInjection(injection -> events.add(injection.toString()));
            proxy.chaos(seed, FAULTS);
            Client client = Client.fresh(proxy);
            for (int id = 1; id <= 50; id++) {
                String outcome = insertAndCommit(client, id);
                if (!outcome.equals(Client.SUCCESS)) {
                    events.add(id + ": " + outcome);
                }
                if (client.connection.isClosed()) {
                    client = Client.fresh(proxy);
                }
            }
            client.close();
            assertThat(proxy.injected().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(events.size() / 2);
        }
        return events;
    }

    private static String insertAndCommit(Client client, int id) {
        String inserted = client.tryInsert(id);
        if (inserted.equals(Client.SUCCESS)) {
            return client.tryCommit();
        }
        client.tryRollback();
        return inserted;
    }

    @Test
    void theFateOfACommitDoesNotDependOnTheStatementsBeforeIt() {
        assertThat(commits(7, 1)).isEqualTo(commits(7, 5)).contains("commit-40001");
    }

    @Test
    void anotherSeedBringsOtherFaults() {
        assertThat(commits(7, 1)).isNotEqualTo(commits(8, 1));
    }

    private static List<String> commits(long seed, int statementsEach) {
        List<String> commits = new ArrayList<>();
        FaultPlan plan = new FaultPlan(injection -> {});
        plan.chaos(seed, FAULTS);
        for (int commit = 0; commit < 100; commit++) {
            for (int statement = 0; statement < statementsEach; statement++) {
                plan.next(Fault.Moment.STATEMENT, "SELECT 1", 1);
            }
            commits.add(
                    plan.next(Fault.Moment.COMMIT, "COMMIT", 1)
                            .map(injection -> injection.fault().toString())
                            .orElse("none"));
        }
        return commits;
    }

    @Test
    void probabilitiesAreWhatTheySay() {
        FaultPlan plan = new FaultPlan(injection -> {});
        plan.chaos(7, Map.of(Fault.atCommit("40001"), 0.25));

        long faults =
                IntStream.range(0, 10_000)
                        .filter(i -> plan.next(Fault.Moment.COMMIT, "COMMIT", 1).isPresent())
                        .count();

        assertThat(faults).isBetween(2_300L, 2_700L);
        assertThat(plan.next(Fault.Moment.STATEMENT, "SELECT 1", 1)).isEmpty();
    }

    @Test
    void impossibleProbabilitiesAreRefused() {
        FaultPlan plan = new FaultPlan(injection -> {});
        for (double probability : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> plan.chaos(1, Map.of(Fault.atCommit("40001"), probability)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("commit-40001");
        }
        Map<Fault, Double> tooMuch =
                Map.of(Fault.atCommit("40001"), 0.6, Fault.atCommit("40003"), 0.6);
        assertThatThrownBy(() -> plan.chaos(1, tooMuch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.2");
    }

    /** In the order of their ids. */
    private static String rows() throws SQLException {
        try (Connection connection = Database.connect("");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT string_agg(id::text, ' ' ORDER BY id) FROM entries")) {
            result.next();
            return result.getString(1);
        }
    }
}
