package dev.remit.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a commit did, when, and who asked for it. */
@Entity
@Immutable
@Table(name = "commits")
public class CommitRow extends PanacheEntityBase {

    /**
     * Of so many commits it is asked first how large they are, and of twice as many where that is
     * not enough: CockroachDB reads a row to its end for it.
     */
    private static final int FEW = 16;

    @Id public long sequence;

    @Column(name = "committed_at")
    public Instant committedAt;

    /** A letter an event. */
    public String events;

    /** The id of the account or transfer of each event. */
    public UUID[] subjects;

    /** Who asked for each event; null if nobody is named in any. */
    public String[] actors;

    /** What of a commit says which transfers it posted: the rest is not read. */
    @RegisterForReflection
    public record Events(long sequence, String events, UUID[] subjects) {

        /** The ids of those transfers, in the order in which they were posted. */
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

    /** How many events a commit has. */
    @RegisterForReflection
    public record Size(long sequence, int events) {}

    /** In order, along the key. */
    static List<Events> between(long after, long last, int limit) {
        return find("sequence > ?1 and sequence <= ?2", Sort.by("sequence"), after, last)
                .range(0, limit - 1)
                .project(Events.class)
                .list();
    }

    /**
     * The next events, in order. A commit is read as a whole, because no part of an array can be
     * asked for on every database. But how large the commits are is asked first, and no more of
     * them are read than it takes: so there are never more events in memory than are wanted and
     * those of two commits.
     *
     * @param wanted how many; there are fewer at the end only
     */
    static List<EventLine> after(EventPlace place, int wanted) {
        List<EventLine> lines = new ArrayList<>();
        for (CommitRow commit : commits(place, wanted)) {
            int first = commit.sequence == place.sequence() ? place.position() : 0;
            for (int i = first; i < commit.subjects.length && lines.size() < wanted; i++) {
                lines.add(commit.line(i));
            }
        }
        return lines;
    }

    /**
     * The last events before a place, newest first; of commits no more are read than it takes.
     *
     * @param wanted how many; there are fewer at the beginning only
     */
    static List<EventLine> before(EventPlace place, int wanted) {
        List<EventLine> lines = new ArrayList<>();
        for (CommitRow commit : commitsBefore(place, wanted)) {
            int end = commit.subjects.length;
            if (commit.sequence == place.sequence()) {
                end = Math.min(end, place.position() - 1);
            }
            for (int i = end - 1; i >= 0 && lines.size() < wanted; i--) {
                lines.add(commit.line(i));
            }
        }
        return lines;
    }

    private static List<CommitRow> commitsBefore(EventPlace place, int wanted) {
        long last = place.position() > 1 ? place.sequence() : place.sequence() - 1;
        long first = last + 1;
        long events = 0;
        for (int step = FEW; events < wanted && first > 1; step *= 2) {
            List<Size> sizes = sizesUntil(first - 1, step);
            if (sizes.isEmpty()) {
                break;
            }
            for (Size size : sizes) {
                if (events < wanted) {
                    boolean isLast = size.sequence() == place.sequence();
                    events +=
                            isLast ? Math.min(place.position() - 1, size.events()) : size.events();
                    first = size.sequence();
                }
            }
        }
        return list("sequence >= ?1 and sequence <= ?2", Sort.descending("sequence"), first, last);
    }

    private static List<Size> sizesUntil(long last, int limit) {
        return find(
                        "select sequence, length(events) from CommitRow where sequence <= ?1 order by sequence desc",
                        last)
                .range(0, limit - 1)
                .project(Size.class)
                .list();
    }

    /** Who asked for what has happened to a subject; null if nobody was named. */
    String actorOf(UUID subject) {
        int index = Arrays.asList(subjects).indexOf(subject);
        return actors == null || index < 0 ? null : actors[index];
    }

    private static List<CommitRow> commits(EventPlace place, int wanted) {
        long first = place.sequence();
        long last = 0;
        long events = 0;
        for (int step = FEW; events < wanted; step *= 2) {
            List<Size> sizes = sizes(first, step);
            for (Size size : sizes) {
                if (events < wanted) {
                    events += size.events() - seen(size, place);
                    last = size.sequence();
                }
            }
            if (sizes.size() < step) {
                break;
            }
            first = last + 1;
        }
        return list(
                "sequence >= ?1 and sequence <= ?2", Sort.by("sequence"), place.sequence(), last);
    }

    private static int seen(Size commit, EventPlace place) {
        return commit.sequence() == place.sequence()
                ? Math.min(place.position(), commit.events())
                : 0;
    }

    private static List<Size> sizes(long first, int limit) {
        return find(
                        "select sequence, length(events) from CommitRow where sequence >= ?1 order by sequence",
                        first)
                .range(0, limit - 1)
                .project(Size.class)
                .list();
    }

    private EventLine line(int index) {
        return new EventLine(
                new EventPlace(sequence, index + 1),
                committedAt,
                events.charAt(index),
                subjects[index],
                actors == null ? null : actors[index],
                earlier(index));
    }

    private int earlier(int index) {
        int earlier = 0;
        // Only terms can be changed more than once.
        if (events.charAt(index) == EventKind.ACCOUNT_CHANGED.letter()) {
            for (int i = 0; i < index; i++) {
                if (events.charAt(i) == events.charAt(index)
                        && subjects[i].equals(subjects[index])) {
                    earlier++;
                }
            }
        }
        return earlier;
    }
}
