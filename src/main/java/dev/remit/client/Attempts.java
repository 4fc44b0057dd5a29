package dev.remit.client;

import dev.remit.client.CallFailed.OutcomeUnknown;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** At one call: it is sent until there is an answer that settles it, or until patience ends. */
final class Attempts {

    private final Endpoint endpoint;
    private final Call call;
    private final Patience patience;
    private final long end;

    private int made;

    /** Whether one of them may have had an effect, or may have it yet. */
    private boolean inDoubt;

    private String trouble;
    private Throwable cause;
    private Duration pause;

    Attempts(Endpoint endpoint, Call call, Patience patience) {
        this.endpoint = endpoint;
        this.call = call;
        this.patience = patience;
        this.end = System.nanoTime() + patience.whole().toNanos();
    }

    /**
     * @param waiting is told once why it is sent again
     */
    Done make(Consumer<String> waiting) throws CallFailed, InterruptedException {
        while (true) {
            Answer answer = attempt();
            if (answer != null) {
                return settle(answer);
            }
            if (rest().compareTo(pause) <= 0) {
                throw failure();
            }
            if (made == 1) {
                waiting.accept(trouble);
            }
            Thread.sleep(pause);
        }
    }

    /** Returns null if it has to be made again. */
    private Answer attempt() throws Unavailable, InterruptedException {
        try {
            Answer answer = endpoint.exchange(call, timeout());
            made++;
            if (!answer.isTemporary()) {
                return answer;
            }
            Problem problem = answer.problem();
            inDoubt |= call.writes() && !problem.isWithoutEffect();
            remember(problem.sentence(), null, answer.pause());
        } catch (IOException e) {
            made++;
            boolean sent = !Endpoint.neverSent(e);
            inDoubt |= call.writes() && sent;
            remember(endpoint.silent(e), e, patience.pause());
            if (made == 1 && !sent) {
                // Nobody knows whether there is a service at all.
                throw new Unavailable(trouble, e);
            }
        }
        return null;
    }

    private Done settle(Answer answer) throws CallFailed {
        if (answer.isSuccess()) {
            return done(answer);
        }
        Problem problem = answer.problem();
        if (problem.status() < 400) {
            remember(
                    endpoint.url() + " is not a Remit: " + problem.sentence(),
                    null,
                    patience.pause());
            throw failure();
        }
        // What has had no answer may still be under way, behind this one.
        if (inDoubt && !problem.settlesTheId()) {
            throw new OutcomeUnknown(problem.sentence(), cause);
        }
        throw new Rejected(problem);
    }

    private Done done(Answer answer) throws CallFailed {
        try {
            return new Done(answer.json(), answer.replayed() && made == 1);
        } catch (IOException e) {
            inDoubt |= call.writes();
            remember(
                    endpoint.url() + " is not a Remit: its answer is not JSON.",
                    e,
                    patience.pause());
            throw failure();
        }
    }

    private CallFailed failure() {
        return inDoubt ? new OutcomeUnknown(trouble, cause) : new Unavailable(trouble, cause);
    }

    private void remember(String what, Throwable why, Duration before) {
        trouble = what;
        cause = why;
        pause = before;
    }

    private Duration timeout() {
        Duration rest = rest();
        return rest.compareTo(patience.attempt()) < 0 ? rest : patience.attempt();
    }

    private Duration rest() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
