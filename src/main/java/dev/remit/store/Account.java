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

    private static final String COLUMNS =
            "id, balance, version, currency, held, overdraft, frozen, revision, monitors";

    static final KeyedQuery SELECT = KeyedQuery.of(COLUMNS, "accounts", "id");

    /** Those of some transfers. */
    static final KeyedQuery SELECT_OF_TRANSFERS =
            KeyedQuery.of(
                    COLUMNS,
                    "accounts",
                    "id",
                    KeyedQuery.of("unnest(ARRAY[from_account, to_account])", "transfers", "id"));

    /** Those of some monitors. */
    static final KeyedQuery SELECT_OF_MONITORS =
            KeyedQuery.of(COLUMNS, "accounts", "id", KeyedQuery.of("account", "monitors", "id"));

    /** In order of id, though no database promises to lock in that order. */
    static final String LOCK = " ORDER BY id FOR UPDATE NOWAIT";

    static final KeyedQuery SELECT_PROFILES =
            KeyedQuery.of("id, name, metadata, created_at", "accounts", "id");

    static final String INSERT =
            """
            INSERT INTO accounts (created_at, id, currency, balance, version, held, revision, name,
                overdraft, frozen, metadata)
            SELECT ?::timestamptz, unnest(?::uuid[]), unnest(?::text[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]),
                unnest(?::int8[]), unnest(?::text[]), unnest(?::text[])""";

    /** Of accounts of which nothing else is another. */
    static final String UPDATE =
            """
            UPDATE accounts SET balance = changed.balance, version = changed.version
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]))
                AS changed (id, balance, version, balance_before, version_before)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before""";

    /** Of accounts of which more is held than before, or less. */
    static final String UPDATE_HELD =
            """
            UPDATE accounts
            SET balance = changed.balance, version = changed.version, held = changed.held
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]))
                AS changed (id, balance, version, balance_before, version_before, held, held_before)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before
              AND coalesce(accounts.held, 0) = coalesce(changed.held_before, 0)""";

    /**
     * Of accounts under other terms. All at once: with the old terms the new balance might be too
     * low, and with the new ones the old.
     */
    static final String UPDATE_TERMS =
            """
            UPDATE accounts
            SET balance = changed.balance, version = changed.version, held = changed.held,
                revision = changed.revision, name = changed.name, overdraft = changed.overdraft,
                frozen = changed.frozen, metadata = changed.metadata
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::int8[]),
                unnest(?::text[]), unnest(?::text[]))
                AS changed (id, balance, version, balance_before, version_before, held, held_before,
                    revision, revision_before, name, overdraft, frozen, metadata)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before
              AND coalesce(accounts.held, 0) = coalesce(changed.held_before, 0)
              AND coalesce(accounts.revision, 0) = coalesce(changed.revision_before, 0)""";

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

    /** A row of {@link #SELECT}. */
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

    /** A row of {@link #SELECT_PROFILES}. */
    static State.Profile profile(ResultSet row) throws SQLException {
        return new State.Profile(
                row.getString(2),
                row.getString(3),
                Micros.of(row.getObject(4, OffsetDateTime.class).toInstant()));
    }

    static void bindNew(Parameters parameters, Collection<AccountChange> opened)
            throws SQLException {
        Parameters.Rows<AccountChange> rows =
                parameters
                        .rows(opened)
                        .uuids(AccountChange::account)
                        .texts(it -> Currency.unlessDefault(it.after().currency()))
                        .numbers(it -> it.after().balance())
                        .numbers(it -> it.after().version())
                        .numbersUnlessZero(it -> it.after().held())
                        .numbersUnlessZero(it -> it.after().revision());
        TermsRow.bind(rows, AccountChange::terms);
    }

    static Parameters.Rows<AccountChange> bindBalances(
            Parameters parameters, Collection<AccountChange> changed) throws SQLException {
        return parameters
                .rows(changed)
                .uuids(AccountChange::account)
                .numbers(it -> it.after().balance())
                .numbers(it -> it.after().version())
                .numbers(it -> it.before().balance())
                .numbers(it -> it.before().version());
    }

    static Parameters.Rows<AccountChange> bindHeld(
            Parameters parameters, Collection<AccountChange> changed) throws SQLException {
        return bindBalances(parameters, changed)
                .numbersUnlessZero(it -> it.after().held())
                .numbersUnlessZero(it -> it.before().held());
    }

    static void bindTerms(Parameters parameters, Collection<AccountChange> changed)
            throws SQLException {
        Parameters.Rows<AccountChange> rows =
                bindHeld(parameters, changed)
                        .numbers(it -> it.after().revision())
                        .numbersUnlessZero(it -> it.before().revision());
        TermsRow.bind(rows, AccountChange::terms);
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
