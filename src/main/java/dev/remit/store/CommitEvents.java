package dev.remit.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a commit did, in order; when it was made is {@link CommitTime}. */
@Entity
@Immutable
@Table(name = "commits")
public class CommitEvents extends PanacheEntityBase {

    @Id public long sequence;

    /** A letter an event. */
    public String events;

    /** The id of the account or transfer of each event. */
    public UUID[] subjects;

    /** In order, along the key. */
    static List<CommitEvents> between(long after, long last, int limit) {
        return CommitEvents.<CommitEvents>find(
                        "sequence > ?1 and sequence <= ?2", Sort.by("sequence"), after, last)
                .range(0, limit - 1)
                .list();
    }

    /** The ids of the transfers that it posted, in the order in which it did. */
    List<UUID> transfers() {
        List<UUID> transfers = new ArrayList<>(subjects.length);
        for (int i = 0; i < subjects.length; i++) {
            if (events.charAt(i) == EventKind.TRANSFER_POSTED.letter()) {
                transfers.add(subjects[i]);
            }
        }
        return transfers;
    }
}
