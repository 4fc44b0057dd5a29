package dev.remit.transfer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** A row of the journal: written once by the ledger, never updated, never deleted. */
@Entity
@Immutable
@Table(name = "transfers")
public class Transfer extends PanacheEntityBase {

    @Id public UUID id;

    /** Null for a deposit. */
    @Column(name = "from_account")
    public UUID fromAccount;

    /** Null for a withdrawal. */
    @Column(name = "to_account")
    public UUID toAccount;

    public long amount;
    public String reference;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "from_balance")
    public Long fromBalance;

    @Column(name = "from_version")
    public Long fromVersion;

    @Column(name = "to_balance")
    public Long toBalance;

    @Column(name = "to_version")
    public Long toVersion;

    /**
     * An account's postings, newest first. Each side is read along its own unique index, so the
     * cost is that of the page and not of the history.
     *
     * @param before only versions below this one
     */
    static List<Transfer> history(UUID account, long before, int limit) {
        List<Transfer> left =
                find(
                                "fromAccount = ?1 and fromVersion < ?2 order by fromVersion desc",
                                account,
                                before)
                        .range(0, limit - 1)
                        .list();
        List<Transfer> arrived =
                find("toAccount = ?1 and toVersion < ?2 order by toVersion desc", account, before)
                        .range(0, limit - 1)
                        .list();
        return Stream.concat(left.stream(), arrived.stream())
                .sorted(Comparator.comparingLong((Transfer transfer) -> -transfer.version(account)))
                .limit(limit)
                .toList();
    }

    /** The account's version after this posting. */
    long version(UUID account) {
        return account.equals(fromAccount) ? fromVersion : toVersion;
    }
}
