package dev.remit.feed;

import java.util.concurrent.CompletionStage;

/** Somebody who is handed what happens, in order, each once. */
public interface Follower {

    /**
     * Takes the next batch. The one after it comes when this is done, so whoever takes his time
     * gets more at once, and nothing piles up for him.
     *
     * <p>It may be called on a thread on which all others wait, too: so it returns at once, and
     * what takes longer is done elsewhere.
     *
     * @return fails if the follower is gone: then nothing more comes
     */
    CompletionStage<Void> take(Batch batch);

    /**
     * Nothing more comes, because the service ends. Not called where the follower itself has ended
     * it. A batch may still be in the follower's hands.
     */
    void end();
}
