package dev.remit.store;

import dev.remit.ledger.Micros;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.State;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A monitor that watches, or has. Written by commits alone, and never deleted. */
@Entity
@Immutable
@Table(name = "monitors")
public class MonitorRow extends PanacheEntityBase {

    static final KeyedQuery SELECT =
            KeyedQuery.of("id, account, below, above, committed_at", "monitors", "id");

    /** The first two parameters are the same for all rows of a commit. */
    static final String INSERT =
            """
            INSERT INTO monitors (sequence, committed_at, id, account, below, above)
            SELECT ?::int8, ?::timestamptz, unnest(?::uuid[]), unnest(?::uuid[]),
                unnest(?::int8[]), unnest(?::int8[])""";

    static final String END =
            "UPDATE monitors SET ended = ?::int8 WHERE id = ANY (?) AND ended IS NULL";

    /** In the order of the database, there is none before it. */
    private static final UUID FIRST = new UUID(0, 0);

    @Id public UUID id;

    public UUID account;

    /** Minor units; null if it has the other line. */
    public Long below;

    /** Minor units; null if it has the other line. */
    public Long above;

    /** Of the commit that created it. */
    public long sequence;

    @Column(name = "committed_at")
    public Instant committedAt;

    /** The sequence of the commit that ended it; null as long as it watches. */
    public Long ended;

    /** A row of {@link #SELECT}. */
    static State.Created read(ResultSet row) throws SQLException {
        return new State.Created(
                new Monitor(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, Long.class),
                        row.getObject(4, Long.class)),
                Micros.of(row.getObject(5, OffsetDateTime.class).toInstant()));
    }

    static void bind(Parameters parameters, Collection<Monitor> created) throws SQLException {
        parameters
                .rows(created)
                .uuids(Monitor::id)
                .uuids(Monitor::account)
                .numbers(Monitor::below)
                .numbers(Monitor::above);
    }

    public Monitor monitor() {
        return new Monitor(id, account, below, above);
    }

    static Map<UUID, Monitor> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : MonitorRow.<MonitorRow>list("id in ?1", ids).stream()
                        .map(MonitorRow::monitor)
                        .collect(Collectors.toMap(Monitor::id, Function.identity()));
    }

    /**
     * Those that watch, in order of id.
     *
     * @param account null for all accounts
     * @param after only ids behind this one; null for all
     */
    static List<MonitorRow> watching(UUID account, UUID after, int limit) {
        String wanted = "ended is null and id " + (after == null ? ">=" : ">") + " ?1";
        UUID start = after == null ? FIRST : after;
        Sort byId = Sort.by("id");
        return (account == null
                        ? MonitorRow.<MonitorRow>find(wanted, byId, start)
                        : MonitorRow.<MonitorRow>find(
                                wanted + " and account = ?2", byId, start, account))
                .range(0, limit - 1)
                .list();
    }
}
