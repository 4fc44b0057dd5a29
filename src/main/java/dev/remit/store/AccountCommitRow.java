package dev.remit.store;

import dev.remit.ledger.AccountCommit;
import dev.remit.ledger.Currency;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one commit did to one account: written once, never updated, never deleted. */
@Entity
@Immutable
@IdClass(AccountCommitRow.Key.class)
@Table(name = "account_commits")
public class AccountCommitRow extends PanacheEntityBase {

    /** Nothing but the opening of an account makes its version 0. */
    static final KeyedQuery SELECT_OPENINGS =
            KeyedQuery.of("account", "account_commits", "account").where("first_version = 0");

    /**
     * The first two parameters are the same for all rows of a commit. Most rows have one transfer,
     * which is an id like any other; the further ones are lists in texts, which take longer to
     * read. Two statements, one for each kind, would spare PostgreSQL a little more, and cost
     * CockroachDB a third more.
     */
    static final String INSERT =
            """
            INSERT INTO account_commits (sequence, committed_at, account, first_version,
                last_version, balance, transfers, name, currency, closed)
            SELECT ?::int8, ?::timestamptz, account, first_version, last_version, balance,
                CASE WHEN transfer IS NULL THEN '{}' ELSE ARRAY[transfer] || further::uuid[] END,
                name, currency, closed
            FROM (SELECT unnest(?::uuid[]), unnest(?::int8[]), unnest(?::int8[]), unnest(?::int8[]),
                unnest(?::uuid[]), unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                unnest(?::bool[]))
                AS new (account, first_version, last_version, balance, transfer, further, name,
                    currency, closed)""";

    public record Key(UUID account, long firstVersion) {}

    @Id public UUID account;

    @Id
    @Column(name = "first_version")
    public long firstVersion;

    @Column(name = "last_version")
    public long lastVersion;

    public long balance;
    public long sequence;

    @Column(name = "committed_at")
    public Instant committedAt;

    public UUID[] transfers;

    /** Of an account that the commit opened; may be null. */
    public String name;

    /** Of an account that the commit opened; null for the default one, too. */
    public String currency;

    public boolean closed;

    /**
     * What a row says of the account after its commit.
     *
     * @param closed whether it is not open any more
     */
    @RegisterForReflection
    public record Balance(
            long firstVersion,
            long lastVersion,
            long balance,
            Instant committedAt,
            boolean closed) {

        boolean isAfter(Instant time) {
            return committedAt.isAfter(time);
        }
    }

    /** A row without the transfers, of which there may be many. */
    @RegisterForReflection
    public record Step(
            UUID account,
            long firstVersion,
            long lastVersion,
            long balance,
            long sequence,
            Instant committedAt,
            String name,
            String currency,
            boolean closed) {}

    static void bind(Parameters parameters, Collection<AccountCommit> accounts)
            throws SQLException {
        parameters
                .rows(accounts)
                .uuids(AccountCommit::account)
                .numbers(AccountCommit::firstVersion)
                .numbers(AccountCommit::lastVersion)
                .numbers(AccountCommit::balance)
                .uuids(it -> it.transfers().isEmpty() ? null : it.transfers().getFirst())
                .lists(AccountCommitRow::furtherTransfers)
                .texts(AccountCommit::name)
                .texts(it -> Currency.unlessDefault(it.currency()))
                .truths(AccountCommit::closed);
    }

    /** Null if there are none. */
    private static List<UUID> furtherTransfers(AccountCommit account) {
        List<UUID> all = account.transfers();
        return all.size() < 2 ? null : all.subList(1, all.size());
    }

    /** The row that opened an account; null if none has. */
    static AccountCommitRow first(UUID account) {
        return findById(new Key(account, 0));
    }

    /** The rows that opened some accounts. */
    static List<Step> openings(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : find("account in ?1 and firstVersion = 0", accounts).project(Step.class).list();
    }

    /** The last row that begins below a version; null if there is none. */
    static AccountCommitRow lastBelow(UUID account, long version) {
        return find(
                        "account = ?1 and firstVersion < ?2",
                        Sort.descending("firstVersion"),
                        account,
                        version)
                .firstResult();
    }

    /**
     * The last row that is no younger than a time; null if there is none. Rows get younger with
     * their versions, so it looks at one in the middle, again and again: as many rows as the number
     * of versions has binary digits, and no index on their times.
     */
    static Balance at(UUID account, Instant time) {
        Balance after = balanceBelow(account, Long.MAX_VALUE);
        if (after == null || !after.isAfter(time)) {
            return after;
        }
        Balance found = null;
        long low = 0;
        while (low < after.firstVersion()) {
            long middle = low + (after.firstVersion() - low) / 2;
            Balance row = balanceBelow(account, middle + 1);
            if (row.isAfter(time)) {
                after = row;
            } else {
                found = row;
                low = middle + 1;
            }
        }
        return found;
    }

    /** The last rows, newest first. */
    static List<Balance> latest(UUID account, int limit) {
        return find("account = ?1", Sort.descending("firstVersion"), account)
                .range(0, limit - 1)
                .project(Balance.class)
                .list();
    }

    /** The last row that is of a commit or of one before; null if there is none. */
    static Step lastUntil(UUID account, long sequence) {
        return find(
                        "account = ?1 and sequence <= ?2",
                        Sort.descending("firstVersion"),
                        account,
                        sequence)
                .project(Step.class)
                .firstResult();
    }

    /** The rows of the accounts after the given one, along the key; from the first one if null. */
    static List<Step> after(UUID account, int limit) {
        Sort key = Sort.by("account", "firstVersion");
        return (account == null
                        ? AccountCommitRow.<AccountCommitRow>findAll(key)
                        : AccountCommitRow.<AccountCommitRow>find("account > ?1", key, account))
                .range(0, limit - 1)
                .project(Step.class)
                .list();
    }

    private static Balance balanceBelow(UUID account, long version) {
        return find(
                        "account = ?1 and firstVersion < ?2",
                        Sort.descending("firstVersion"),
                        account,
                        version)
                .project(Balance.class)
                .firstResult();
    }

    /**
     * The rows in which the account got these versions, in order. Whatever the length of the
     * history, only they are read.
     */
    static List<AccountCommitRow> covering(UUID account, long from, long to) {
        return list(
                """
                account = ?1 and firstVersion <= ?3 and firstVersion >= (
                    select max(firstVersion) from AccountCommitRow
                    where account = ?1 and firstVersion <= ?2)""",
                Sort.by("firstVersion"),
                account,
                from,
                to);
    }

    /** Those of its transfers that made the account's versions in a range. */
    List<UUID> transfers(long from, long to) {
        // The opening is no transfer.
        long first = Math.max(firstVersion, 1);
        int begin = Math.clamp(from - first, 0, transfers.length);
        int end = Math.clamp(to - first + 1, begin, transfers.length);
        return Arrays.asList(transfers).subList(begin, end);
    }
}
