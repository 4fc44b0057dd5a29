package dev.remit.store;

import dev.remit.ledger.AccountChange;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Monitors;
import dev.remit.ledger.State;
import dev.remit.ledger.Terms;
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
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * An open account as it is now. Read through Panache and written by commits alone, many at a time:
 * so it is immutable here, and nothing is ever flushed.
 */
@Entity
@Immutable
@Table(name = "accounts")
public class Account extends PanacheEntityBase {

    static final String INSERT =
            """
            INSERT INTO accounts (created_at, id, currency, balance, version, held, revision,
                monitors, name, overdraft, frozen, metadata)
            SELECT ?::timestamptz, unnest(?::uuid[]), unnest(?::text[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[])""";

    static final String DELETE = "DELETE FROM accounts WHERE id = ANY (?)";

    @Id public UUID id;

    /** May be null. */
    public String name;

    /** Null for {@link Currency#DEFAULT}. */
    public String currency;

    /** Minor units; below 0 by no more than the overdraft, and at most 2^53 - 1. */
    public long balance;

    /** How many entries it has. Not a lock of Hibernate's. */
    public long version;

    /** Minor units; null for none. */
    public Long held;

    /** Minor units; null for none. */
    public Long overdraft;

    /** The text of a {@link Frozen}; null for none. */
    public String frozen;

    /** The text of {@link dev.remit.ledger.Metadata}; null for none. */
    public String metadata;

    /** How often its terms were changed; null for never. */
    public Long revision;

    /** The text of {@link Monitors}; null for none. */
    public String monitors;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Those of them that are open. */
    static List<Account> open(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** A row of one of the queries in {@link AccountRows}. */
    static dev.remit.ledger.Account read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new dev.remit.ledger.Account(
                id,
                row.getLong(2),
                row.getLong(5),
                row.getLong(3),
                Currency.orDefault(row.getString(4)),
                row.getLong(8),
                row.getLong(6),
                Frozen.parse(row.getString(7)),
                Monitors.parse(id, row.getString(9)));
    }

    /** From three columns that follow each other: name, metadata, and when it was opened. */
    static State.Profile profile(ResultSet row, int column) throws SQLException {
        return new State.Profile(
                row.getString(column),
                row.getString(column + 1),
                Micros.of(row.getObject(column + 2, OffsetDateTime.class).toInstant()));
    }

    /** All but when it was opened. */
    static Parameters.Rows<AccountChange> bind(
            Parameters parameters, Collection<AccountChange> changes) throws SQLException {
        Parameters.Rows<AccountChange> rows =
                parameters
                        .rows(changes)
                        .uuids(AccountChange::account)
                        .texts(it -> Currency.unlessDefault(it.after().currency()))
                        .numbers(it -> it.after().balance())
                        .numbers(it -> it.after().version())
                        .numbersUnlessZero(it -> it.after().held())
                        .numbersUnlessZero(it -> it.after().revision())
                        .texts(it -> it.after().monitors().text());
        TermsRow.bind(rows, AccountChange::terms);
        return rows;
    }

    /** As the rules look at it. */
    public dev.remit.ledger.Account account() {
        return new dev.remit.ledger.Account(
                id,
                balance,
                orZero(held),
                version,
                currency(),
                orZero(revision),
                orZero(overdraft),
                Frozen.parse(frozen),
                Monitors.parse(id, monitors));
    }

    public Terms terms() {
        return TermsRow.terms(name, overdraft, frozen, metadata);
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }

    public String currency() {
        return Currency.orDefault(currency);
    }

    /** The accounts after the given one, in order of id; from the first one on if it is null. */
    static List<Account> after(UUID id, int limit) {
        return (id == null
                        ? Account.<Account>findAll(Sort.by("id"))
                        : Account.<Account>find("id > ?1", Sort.by("id"), id))
                .range(0, limit - 1)
                .list();
    }
}
