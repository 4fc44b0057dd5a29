package dev.remit.store;

import dev.remit.ledger.Currency;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    static final String SELECT =
            "SELECT id, balance, version, currency FROM accounts WHERE id = ANY (?)";

    /** In order of id, though no database promises to lock in that order. */
    static final String LOCK = SELECT + " ORDER BY id FOR UPDATE NOWAIT";

    static final String INSERT =
            """
            INSERT INTO accounts (created_at, id, name, currency, balance, version)
            SELECT ?::timestamptz, unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::int8[]), unnest(?::int8[])""";

    static final String UPDATE =
            """
            UPDATE accounts SET balance = changed.balance, version = changed.version
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::int8[]), unnest(?::int8[]))
                AS changed (id, balance, version, balance_before, version_before)
            WHERE accounts.id = changed.id AND accounts.balance = changed.balance_before
              AND accounts.version = changed.version_before""";

    static final String DELETE = "DELETE FROM accounts WHERE id = ANY (?)";

    @Id public UUID id;

    /** May be null. */
    public String name;

    /** Null for {@link Currency#DEFAULT}. */
    public String currency;

    /** Minor units, 0 to 2^53 - 1. */
    public long balance;

    /** How many entries it has. Not a lock of Hibernate's. */
    public long version;

    @Column(name = "created_at")
    public Instant createdAt;

    /** A row of {@link #SELECT}. */
    static dev.remit.ledger.Account read(ResultSet row) throws SQLException {
        return new dev.remit.ledger.Account(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                Currency.orDefault(row.getString(4)));
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
