package dev.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
        List<Long> rows = rows();
        Database.empty();

        assertThat(sequence(1)).isEqualTo(first).hasSizeGreaterThan(20);
        assertThat(rows()).isEqualTo(rows);
        Database.empty();
        assertThat(sequence(2)).isNotEqualTo(first);
    }

    /**
     * 100 transactions on one connection after the other; what happened, and what each was told.
     */
    private static List<String> sequence(long seed) throws SQLException {
        List<String> events = new ArrayList<>();
        try (FaultProxy proxy = FaultProxy.between("127.0.0.1", Database.port())) {
            Client client = Client.through(proxy, QueryMode.NAMED_STATEMENTS);
            proxy.onInjection(injection -> events.add(injection.toString()));
            proxy.chaos(seed, FAULTS);
            for (int id = 1; id <= 100; id++) {
                String inserted = client.tryInsert(id);
                if (inserted.equals(Client.SUCCESS)) {
                    inserted = client.tryCommit();
                } else {
                    client.tryRollback();
                }
                if (!inserted.equals(Client.SUCCESS)) {
                    events.add(id + ": " + inserted);
                }
                if (client.connection.isClosed()) {
                    proxy.quiet();
                    client.close();
                    client = Client.through(proxy, QueryMode.NAMED_STATEMENTS);
                    proxy.chaos(seed + id, FAULTS);
                }
            }
            client.close();
            assertThat(proxy.injected().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(events.size() / 2);
        }
        return events;
    }

    private static List<Long> rows() throws SQLException {
        List<Long> present = new ArrayList<>();
        for (long id : LongStream.rangeClosed(1, 100).toArray()) {
            if (Database.number("SELECT count(*) FROM entries WHERE id = " + id) == 1) {
                present.add(id);
            }
        }
        return present;
    }
}
