package dev.remit.store;

import dev.remit.ledger.TotalChange;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.Immutable;

/**
 * All accounts of a currency together, after a commit that has changed how many they are or what
 * they hold: written once, never updated, never deleted.
 */
@Entity
@Immutable
@IdClass(Total.Key.class)
@Table(name = "totals")
public class Total extends PanacheEntityBase {

    /**
     * What there was before is looked up where it is written: nobody else writes meanwhile. The
     * first parameter is the same for all rows of a commit.
     */
    static final String INSERT =
            """
            INSERT INTO totals (sequence, currency, accounts, total)
            SELECT ?::int8, change.currency,
                change.accounts + coalesce((SELECT accounts FROM totals
                    WHERE currency = change.currency ORDER BY sequence DESC LIMIT 1), 0),
                change.money + coalesce((SELECT total FROM totals
                    WHERE currency = change.currency ORDER BY sequence DESC LIMIT 1), 0)
            FROM (SELECT unnest(?::text[]), unnest(?::int8[]), unnest(?::text[])::numeric)
                AS change (currency, accounts, money)""";

    public record Key(String currency, long sequence) {}

    @Id public String currency;

    @Id public long sequence;

    /** How many are open. */
    public long accounts;

    /** What they hold together, in minor units. */
    public BigInteger total;

    static void bind(Parameters parameters, Collection<TotalChange> changes) throws SQLException {
        parameters
                .rows(changes)
                .texts(TotalChange::currency)
                .numbers(TotalChange::accounts)
                .texts(change -> change.money().toString());
    }

    /** After a commit, of all currencies of which an account is open then, in order of code. */
    static List<Total> after(long sequence) {
        List<Total> totals = new ArrayList<>();
        // One look-up after the other: there are few currencies, and many commits of each.
        String last = "";
        for (String currency = next(last); currency != null; currency = next(last)) {
            Total total =
                    find(
                                    "currency = ?1 and sequence <= ?2",
                                    Sort.descending("sequence"),
                                    currency,
                                    sequence)
                            .firstResult();
            if (total != null && total.accounts > 0) {
                totals.add(total);
            }
            last = currency;
        }
        return totals;
    }

    private static String next(String currency) {
        Total next = find("currency > ?1", Sort.by("currency", "sequence"), currency).firstResult();
        return next == null ? null : next.currency;
    }
}
