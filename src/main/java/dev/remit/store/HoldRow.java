package dev.remit.store;

import dev.remit.ledger.Transfer;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A hold that has not ended yet. Written and deleted by commits alone. */
@Entity
@Immutable
@Table(name = "holds")
public class HoldRow extends PanacheEntityBase {

    static final String INSERT =
            """
            INSERT INTO holds (id, account, expires_at)
            SELECT unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[])::timestamptz""";

    static final String DELETE = "DELETE FROM holds WHERE id = ANY (?)";

    /** The transfer's. */
    @Id public UUID id;

    /** On which the money is held. */
    public UUID account;

    /** Null if it does not end by itself. */
    @Column(name = "expires_at")
    public Instant expiresAt;

    static void bind(Parameters parameters, Collection<Transfer> begun) throws SQLException {
        parameters
                .rows(begun)
                .uuids(Transfer::id)
                .uuids(it -> it.from().account())
                .times(Transfer::expiresAt);
    }

    /**
     * Those of an account, in order of id.
     *
     * @param after only ids behind this one; null for all
     */
    static List<HoldRow> of(UUID account, UUID after, int limit) {
        return (after == null
                        ? HoldRow.<HoldRow>find("account = ?1", Sort.by("id"), account)
                        : HoldRow.<HoldRow>find(
                                "account = ?1 and id > ?2", Sort.by("id"), account, after))
                .range(0, limit - 1)
                .list();
    }

    /** Those whose time is up by the database's clock, the earliest first. */
    static List<HoldRow> due(int limit) {
        return HoldRow.<HoldRow>find("expiresAt <= instant", Sort.by("expiresAt", "id"))
                .range(0, limit - 1)
                .list();
    }
}
