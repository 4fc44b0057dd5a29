package dev.remit.store;

import dev.remit.ledger.Entry;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
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

/** A posted transfer: written once, never updated, never deleted. */
@Entity
@Immutable
@Table(name = "transfers")
public class TransferRow extends PanacheEntityBase {

    private static final String COLUMNS =
            """
            id, from_account, from_balance, from_version,
                to_account, to_balance, to_version, amount, reference, sequence, created_at,
                kind, metadata, related, settled, expires_at""";

    static final KeyedQuery SELECT = KeyedQuery.of(COLUMNS, "transfers", "id");

    /** All that have settled or reversed some transfers, of which there are not too many. */
    static final KeyedQuery SELECT_FOLLOWERS = KeyedQuery.of(COLUMNS, "transfers", "related");

    /** The first two parameters are the same for all rows of a commit. */
    static final String INSERT =
            """
            INSERT INTO transfers (sequence, created_at, id, from_account, from_balance,
                from_version, to_account, to_balance, to_version, amount, reference)
            SELECT ?::int8, ?::timestamptz, unnest(?::uuid[]), unnest(?::uuid[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::uuid[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[])""";

    /** The same of those that have something more. */
    static final String INSERT_OTHERS =
            """
            INSERT INTO transfers (sequence, created_at, id, from_account, from_balance,
                from_version, to_account, to_balance, to_version, amount, reference, kind, metadata,
                related, settled, expires_at)
            SELECT ?::int8, ?::timestamptz, unnest(?::uuid[]), unnest(?::uuid[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::uuid[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::uuid[]), unnest(?::int8[]),
                unnest(?::text[])::timestamptz""";

    /** Of a transfer in the order of {@link #byReference}. */
    public record Place(long sequence, UUID id) {}

    @Id public UUID id;

    /** Null for a deposit. */
    @Column(name = "from_account")
    public UUID fromAccount;

    @Column(name = "from_balance")
    public Long fromBalance;

    @Column(name = "from_version")
    public Long fromVersion;

    /** Null for a withdrawal. */
    @Column(name = "to_account")
    public UUID toAccount;

    @Column(name = "to_balance")
    public Long toBalance;

    @Column(name = "to_version")
    public Long toVersion;

    public long amount;
    public String reference;
    public long sequence;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The text of a {@link Kind}. */
    public String kind;

    /** The text of {@link dev.remit.ledger.Metadata}; null for none. */
    public String metadata;

    /** The transfer that it settles or reverses; null if it stands for itself. */
    public UUID related;

    /** How much of that one is settled, or reversed, after it; null if it stands for itself. */
    public Long settled;

    /** Of a hold that ends by itself. */
    @Column(name = "expires_at")
    public Instant expiresAt;

    static List<TransferRow> of(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** These, in this order. */
    static List<Transfer> transfers(List<UUID> ids) {
        Map<UUID, Transfer> found = byId(ids);
        return ids.stream().map(found::get).toList();
    }

    static Map<UUID, Transfer> byId(Collection<UUID> ids) {
        return of(ids).stream()
                .map(TransferRow::transfer)
                .collect(Collectors.toMap(Transfer::id, Function.identity()));
    }

    /**
     * Newest first, those of one commit in order of id; along an index.
     *
     * @param before only those behind this place; null for all
     */
    static List<TransferRow> byReference(String reference, Place before, int limit) {
        Sort newestFirst = Sort.descending("sequence", "id");
        return (before == null
                        ? TransferRow.<TransferRow>find("reference = ?1", newestFirst, reference)
                        : TransferRow.<TransferRow>find(
                                "reference = ?1 and sequence <= ?2 and (sequence < ?2 or id < ?3)",
                                newestFirst,
                                reference,
                                before.sequence(),
                                before.id()))
                .range(0, limit - 1)
                .list();
    }

    /** Those that have settled or reversed a transfer, the last ones first. */
    static List<TransferRow> followers(UUID transfer) {
        return list("related = ?1", Sort.descending("settled"), transfer);
    }

    /** Those that have settled some holds: no more than one each. */
    static List<TransferRow> settlements(Collection<UUID> holds) {
        return holds.isEmpty() ? List.of() : list("related in ?1", holds);
    }

    /** A row of {@link #SELECT}. */
    static Transfer read(ResultSet row) throws SQLException {
        OffsetDateTime expiresAt = row.getObject(16, OffsetDateTime.class);
        return new Transfer(
                row.getObject(1, UUID.class),
                Kind.parse(row.getString(12)),
                entry(row, 2),
                entry(row, 5),
                row.getLong(8),
                row.getString(9),
                row.getString(13),
                row.getObject(14, UUID.class),
                row.getLong(15),
                expiresAt == null ? null : Micros.of(expiresAt.toInstant()),
                row.getLong(10),
                Micros.of(row.getObject(11, OffsetDateTime.class).toInstant()));
    }

    /** Three columns in a row: account, balance, version. */
    private static Entry entry(ResultSet row, int column) throws SQLException {
        UUID account = row.getObject(column, UUID.class);
        return account == null
                ? null
                : new Entry(account, row.getLong(column + 1), row.getLong(column + 2));
    }

    /** Whether there is nothing that {@link #INSERT} does not write. */
    static boolean isPlain(Transfer transfer) {
        return transfer.kind() == Kind.POSTING && transfer.metadata() == null;
    }

    static void bindOthers(Parameters parameters, Collection<Transfer> transfers)
            throws SQLException {
        bind(parameters, transfers)
                .texts(it -> it.kind().text())
                .texts(Transfer::metadata)
                .uuids(Transfer::related)
                .numbers(it -> it.related() == null ? null : it.settled())
                .times(Transfer::expiresAt);
    }

    static Parameters.Rows<Transfer> bind(Parameters parameters, Collection<Transfer> transfers)
            throws SQLException {
        return parameters
                .rows(transfers)
                .uuids(Transfer::id)
                .uuids(it -> Transfer.account(it.from()))
                .numbers(Transfer::from, Entry::balance)
                .numbers(Transfer::from, Entry::version)
                .uuids(it -> Transfer.account(it.to()))
                .numbers(Transfer::to, Entry::balance)
                .numbers(Transfer::to, Entry::version)
                .numbers(Transfer::amount)
                .texts(Transfer::reference);
    }

    Transfer transfer() {
        return new Transfer(
                id,
                Kind.parse(kind),
                fromAccount == null ? null : new Entry(fromAccount, fromBalance, fromVersion),
                toAccount == null ? null : new Entry(toAccount, toBalance, toVersion),
                amount,
                reference,
                metadata,
                related,
                settled == null ? 0 : settled,
                expiresAt == null ? null : (Long) Micros.of(expiresAt),
                sequence,
                Micros.of(createdAt));
    }
}
