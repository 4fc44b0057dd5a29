package dev.remit.feed;

import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.Page;
import dev.remit.store.RecordedEvent;
import io.micrometer.core.instrument.Counter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Reads pages of the journal for those who are further behind than what is in memory: few at a
 * time, so that any number of them leave connections for everybody else, in order of asking, and
 * one page for all who want the same.
 */
final class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private static final int AT_A_TIME = 2;
    private static final int PAGE = 1_000;

    /** After one that has failed. */
    private static final long PAUSE_MILLIS = 1_000;

    private final JournalReader journal;
    private final Tail tail;
    private final Counter reads;
    private final SequencedSet<Following> waiting = new LinkedHashSet<>();
    private final ScheduledThreadPoolExecutor reading =
            new ScheduledThreadPoolExecutor(
                    AT_A_TIME,
                    Thread.ofPlatform().name("remit-feed-pages-", 1).daemon().factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    CatchUp(JournalReader journal, Tail tail, Counter reads) {
        this.journal = journal;
        this.tail = tail;
        this.reads = reads;
    }

    void close() {
        reading.shutdownNow();
    }

    /** It is handed the next page, sooner or later. */
    void add(Following following) {
        synchronized (waiting) {
            waiting.add(following);
        }
        reading.execute(this::readOne);
    }

    /** As often as somebody was added: then nobody is left, although a page may serve many. */
    private void readOne() {
        Following first = longestWaiting();
        if (first == null) {
            return;
        }
        Batch page;
        try {
            page = page(first);
        } catch (RuntimeException | Error e) {
            LOG.warnf("A page could not be read for a follower, and is tried again: %s", e);
            reading.schedule(() -> add(first), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        List<Following> others = within(first.place(), page.place(), first);
        first.hand(page);
        others.forEach(other -> other.hand(page.after(other.place())));
    }

    private Following longestWaiting() {
        synchronized (waiting) {
            waiting.removeIf(Following::isClosed);
            return waiting.isEmpty() ? null : waiting.removeFirst();
        }
    }

    /** Those who want the same, and of this page at least the end. They wait no more. */
    private List<Following> within(EventPlace start, EventPlace end, Following first) {
        synchronized (waiting) {
            List<Following> others =
                    waiting.stream()
                            .filter(other -> other.filter().equals(first.filter()))
                            .filter(other -> other.place().compareTo(start) >= 0)
                            .filter(other -> other.place().compareTo(end) < 0)
                            .toList();
            others.forEach(waiting::remove);
            return others;
        }
    }

    private Batch page(Following following) {
        // Looked at before: all of this is in the journal when it is read.
        Recent recent = tail.recent();
        Page<RecordedEvent, EventPlace> page =
                journal.events(following.filter(), following.place(), PAGE);
        reads.increment();
        List<SharedEvent> events = page.items().stream().map(SharedEvent::new).toList();
        if (page.next() != null) {
            return new Batch(events, page.next());
        }
        EventPlace end =
                events.isEmpty()
                        ? following.place()
                        : EventPlace.behind(events.getLast().place().sequence());
        return new Batch(
                events, recent != null && recent.end().compareTo(end) > 0 ? recent.end() : end);
    }
}
