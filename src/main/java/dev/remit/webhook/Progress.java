package dev.remit.webhook;

import dev.remit.store.EventPlace;
import java.util.Optional;

/**
 * How far a delivery is, and how far it is known to be to those who may have to go on. A row that
 * is written for each event would cost more than it helps: what is not recorded comes again.
 */
final class Progress {

    /** How long what was delivered may go unrecorded, in nanoseconds. */
    private static final long PAUSE = 1_000_000_000L;

    /** Commits that may be looked through again for want of anything to deliver. */
    private static final long MANY = 1_000;

    private EventPlace place;
    private EventPlace recorded;
    private long recordedAt = System.nanoTime() - PAUSE;

    /** The last event that was delivered, unless that is recorded. */
    private EventPlace delivered;

    private Integer status;

    /**
     * @param status what the last call was answered; null if there was none
     */
    Progress(EventPlace start, Integer status) {
        this.place = start;
        this.recorded = start;
        this.status = status;
    }

    /** Behind which it goes on. */
    EventPlace place() {
        return place;
    }

    /** What the last call that has succeeded was answered. */
    Integer status() {
        return status;
    }

    void delivered(EventPlace event, Integer answer) {
        place = event;
        delivered = event;
        status = answer;
    }

    /** Up to there nothing more is wanted. */
    void passed(EventPlace end) {
        place = place.compareTo(end) > 0 ? place : end;
    }

    boolean isOld() {
        return System.nanoTime() - recordedAt >= PAUSE;
    }

    /** What is to be recorded, if it is worth it. */
    Optional<EventPlace> unrecorded() {
        if (delivered != null) {
            return Optional.of(delivered);
        }
        return place.sequence() - recorded.sequence() < MANY
                ? Optional.empty()
                : Optional.of(place);
    }

    void recorded(EventPlace reached) {
        recorded = reached;
        recordedAt = System.nanoTime();
        delivered = null;
    }
}
