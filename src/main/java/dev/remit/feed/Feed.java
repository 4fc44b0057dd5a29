package dev.remit.feed;

import dev.remit.commit.Committed;
import dev.remit.store.EventFilter;
import dev.remit.store.EventPlace;
import dev.remit.store.JournalReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Tells all who follow what happens to the ledger, whichever instance has committed it: gapless, in
 * order, each event once. However many they are, what is new is read once.
 */
@Startup
@Singleton
public class Feed {

    private final JournalReader journal;
    private final Tail tail;
    private final CatchUp catchUp;
    private volatile boolean isClosed;

    Feed(JournalReader journal, MeterRegistry metrics) {
        this.journal = journal;
        this.tail = new Tail(journal, reads("all", metrics));
        this.catchUp = new CatchUp(journal, tail, reads("one", metrics));
        Gauge.builder("remit.feed.followers", tail, Tail::followers)
                .description("Who is told at once what happens")
                .register(metrics);
    }

    private static Counter reads(String readers, MeterRegistry metrics) {
        return Counter.builder("remit.feed.reads")
                .description(
                        "Reads of the journal for those who follow: for all of them, or for one who is behind")
                .tag("for", readers)
                .register(metrics);
    }

    @PostConstruct
    void start() {
        tail.start();
    }

    /** Everybody who follows is told that nothing more comes, and so is whoever comes then. */
    @PreDestroy
    public void close() {
        isClosed = true;
        tail.close();
        catchUp.close();
    }

    /** The place from which on there is only what has not happened yet. */
    public EventPlace now() {
        return journal.end();
    }

    /**
     * From now on the follower is handed what has happened and what happens, until he closes what
     * this returns, or fails, or the service ends. It returns at once.
     *
     * @param after only what is behind this place, whether something is there or not; {@link
     *     EventPlace#BEGINNING} for all, {@link #now()} for what is to come
     */
    public Following follow(EventPlace after, EventFilter filter, Follower follower) {
        Following following = new Following(after, filter, follower, tail, catchUp);
        tail.add(following);
        if (isClosed) {
            // Looked at after it was added: it is ended either here or by close().
            following.end();
        }
        following.wake();
        return following;
    }

    void committed(@Observes Committed commit) {
        tail.committed(commit.sequence());
    }
}
