package dev.remit.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/**
 * An account as it is now. Read through Panache and written by the ledger alone, in whole batches:
 * so it is immutable here, and nothing is ever flushed.
 */
@Entity
@Immutable
@Table(name = "accounts")
public class Account extends PanacheEntityBase {

    @Id public UUID id;

    /** May be null. */
    public String name;

    /** Minor units, 0 to 2^53 - 1. */
    public long balance;

    /** How many postings it has seen. Not a lock of Hibernate's. */
    public long version;

    @Column(name = "created_at")
    public Instant createdAt;

    /**
     * How many accounts there are, and what they hold together: a thousand full ones hold more than
     * a long.
     */
    @Schema(name = "Summary")
    public record Summary(long count, BigInteger total) {}

    /** The accounts after the given one, in order of id; from the first one on if it is null. */
    static List<Account> after(UUID id, int limit) {
        return (id == null
                        ? Account.<Account>findAll(Sort.by("id"))
                        : Account.<Account>find("id > ?1", Sort.by("id"), id))
                .range(0, limit - 1)
                .list();
    }

    static Summary summary() {
        return find("""
                        select count(*),
                            coalesce(sum(cast(balance as BigInteger)), cast(0 as BigInteger))
                        from Account""")
                .project(Summary.class)
                .singleResult();
    }
}
