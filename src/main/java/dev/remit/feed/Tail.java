package dev.remit.feed;

import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import dev.remit.store.Page;
import dev.remit.store.RecordedEvent;
import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Keeps up with the journal while somebody follows: reads what is new, once, and tells all who
 * follow. Of its own instance's commits it is told at once. For those of others it looks at the
 * head several times a second.
 */
final class Tail {

    private static final Logger LOG = Logger.getLogger(Tail.class);

    /** Another instance's commit is to arrive within a second. */
    private static final long PAUSE_MILLIS = 250;

    /** How many events are kept: some megabytes. */
    private static final int MOST_RECENT = 5_000;

    /** How many are read at a time. */
    private static final int PAGE = 1_000;

    private final JournalReader journal;
    private final Counter reads;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();

    /** What comes after its end is of no interest to anybody. */
    private final ScheduledThreadPoolExecutor reading =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().name("remit-feed").daemon().factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    private final AtomicBoolean isCalled = new AtomicBoolean();

    /** Of the last commit that is known of, whether it has been read or not. */
    private final AtomicLong last = new AtomicLong();

    /** Changed by the reading thread only; null while nobody follows. */
    private volatile Recent recent;

    private boolean isTold;

    Tail(JournalReader journal, Counter reads) {
        this.journal = journal;
        this.reads = reads;
    }

    void start() {
        reading.scheduleWithFixedDelay(
                this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void close() {
        reading.shutdownNow();
        followings.forEach(Following::end);
    }

    /** Null if it is not known yet: all who follow are woken when it is. */
    Recent recent() {
        return recent;
    }

    int followers() {
        return followings.size();
    }

    void add(Following following) {
        followings.add(following);
        if (recent == null) {
            call();
        }
    }

    void remove(Following following) {
        followings.remove(following);
    }

    /** This instance has made a commit. */
    void committed(long sequence) {
        learn(sequence);
        call();
    }

    private void learn(long sequence) {
        last.accumulateAndGet(sequence, Math::max);
    }

    private void call() {
        if (!followings.isEmpty() && isCalled.compareAndSet(false, true)) {
            reading.execute(
                    () -> {
                        isCalled.set(false);
                        attempt(this::read);
                    });
        }
    }

    private void look() {
        if (followings.isEmpty()) {
            recent = null;
        } else {
            attempt(
                    () -> {
                        learn(journal.end().sequence() - 1);
                        read();
                    });
        }
    }

    private void read() {
        Recent known = recent == null ? Recent.startingAt(journal.end()) : recent;
        tell(known);
        boolean isNews = true;
        while (isNews && last.get() >= known.end().sequence()) {
            Recent next = next(known);
            isNews = next != known;
            known = next;
            tell(known);
        }
    }

    private void tell(Recent news) {
        if (news != recent) {
            recent = news;
            followings.forEach(Following::wake);
        }
    }

    private Recent next(Recent known) {
        Page<RecordedEvent, EventPlace> page = journal.events(EventFilter.NONE, known.end(), PAGE);
        reads.increment();
        if (page.items().isEmpty()) {
            return known;
        }
        List<SharedEvent> news = page.items().stream().map(SharedEvent::new).toList();
        EventPlace end =
                page.next() == null
                        ? EventPlace.behind(news.getLast().place().sequence())
                        : page.next();
        return known.with(news, end, MOST_RECENT);
    }

    /** What fails now is tried again the next time. */
    private void attempt(Runnable step) {
        try {
            step.run();
            isTold = false;
        } catch (RuntimeException | Error e) {
            // Errors, too: what throws one on this thread is never run again, and nobody is told.
            // Once is enough: a database that is away is told of by others, too.
            LOG.logf(
                    isTold || reading.isShutdown() ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "The feed cannot be kept up with just now: %s",
                    e);
            isTold = true;
        }
    }
}
