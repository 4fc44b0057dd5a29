package dev.remit.store;

import dev.remit.ledger.Commit;
import dev.remit.ledger.Event;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Terms;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;

/** The terms of an account, as a change has left them: written once, never updated or deleted. */
@Entity
@Immutable
@IdClass(TermsRow.Key.class)
@Table(name = "account_terms")
public class TermsRow extends PanacheEntityBase {

    /** The first two parameters are the same for all rows of a commit. */
    static final String INSERT =
            """
            INSERT INTO account_terms (sequence, committed_at, account, revision, name, overdraft,
                frozen, metadata)
            SELECT ?::int8, ?::timestamptz, unnest(?::uuid[]), unnest(?::int8[]),
                unnest(?::text[]), unnest(?::int8[]), unnest(?::text[]), unnest(?::text[])""";

    public record Key(UUID account, long revision) {}

    /** A row that is to be written. */
    record New(UUID account, long revision, Terms terms) {}

    @Id public UUID account;

    /** 0 is the opening. */
    @Id public long revision;

    public String name;

    /** Minor units; null for none. */
    public Long overdraft;

    /** The text of a {@link Frozen}; null for none. */
    public String frozen;

    public String metadata;

    /** Of the commit that changed them. */
    public long sequence;

    @Column(name = "committed_at")
    public Instant committedAt;

    /** Of an opening with nothing but a name there is none: that is in another table. */
    static List<New> of(Commit commit) {
        List<New> rows = new ArrayList<>();
        for (Event event : commit.events()) {
            if (event instanceof Event.Changed it) {
                rows.add(new New(it.account(), it.revision(), it.terms()));
            } else if (event instanceof Event.Opened it && !it.terms().isUsual()) {
                rows.add(new New(it.account(), 0, it.terms()));
            }
        }
        return rows;
    }

    static void bind(Parameters parameters, Collection<New> rows) throws SQLException {
        bind(parameters.rows(rows).uuids(New::account).numbers(New::revision), New::terms);
    }

    /** Name, overdraft, frozen, metadata: nothing stands for nothing. */
    static <T> void bind(Parameters.Rows<T> rows, Function<T, Terms> terms) throws SQLException {
        rows.texts(it -> terms.apply(it).name())
                .numbersUnlessZero(it -> terms.apply(it).overdraft())
                .texts(it -> terms.apply(it).frozen().textUnlessNone())
                .texts(it -> terms.apply(it).metadata());
    }

    /**
     * Newest first.
     *
     * @param before only revisions below this one
     */
    static List<TermsRow> before(UUID account, long before, int limit) {
        return TermsRow.<TermsRow>find(
                        "account = ?1 and revision < ?2",
                        Sort.descending("revision"),
                        account,
                        before)
                .range(0, limit - 1)
                .list();
    }

    /** What was agreed about some accounts until a commit, in the order in which it was. */
    static List<TermsRow> until(Collection<UUID> accounts, long sequence) {
        return list(
                "account in ?1 and sequence <= ?2",
                Sort.by("account", "revision"),
                accounts,
                sequence);
    }

    /** What some commits, from the first to the last one, have recorded of some accounts. */
    static List<TermsRow> between(Collection<UUID> accounts, long first, long last) {
        return list("account in ?1 and sequence >= ?2 and sequence <= ?3", accounts, first, last);
    }

    public Terms terms() {
        return terms(name, overdraft, frozen, metadata);
    }

    /** What the columns say that {@link #bind(Parameters.Rows, Function)} has written. */
    static Terms terms(String name, Long overdraft, String frozen, String metadata) {
        return new Terms(name, overdraft == null ? 0 : overdraft, Frozen.parse(frozen), metadata);
    }
}
