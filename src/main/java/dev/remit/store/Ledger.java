package dev.remit.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A ledger's head. */
@Entity
@Immutable
@Table(name = "ledgers")
public class Ledger extends PanacheEntityBase {

    /** The one that there is. */
    public static final String MAIN = "main";

    static final String UPDATE =
            """
            UPDATE ledgers SET sequence = ?, hash = ?, committed_at = ?::timestamptz
            WHERE name = ? AND sequence = ?""";

    @Id public String name;

    /** How many commits there have been. */
    public long sequence;

    /** Of everything that was ever committed. */
    public byte[] hash;

    /** Null before the first commit. */
    @Column(name = "committed_at")
    public Instant committedAt;

    /** How many commits there have been by now. */
    public static long last() {
        return Ledger.<Ledger>findById(MAIN).sequence;
    }
}
