package dev.remit.api.stream;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import dev.remit.store.Failure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Answers of one kind that are written while they are read: so many of them at a time, each for as
 * long as somebody takes it, and none that has failed looks complete.
 */
public final class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    private final String plural;
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param plural what they are
     * @param limit how many may be under way; who comes then is told so at once
     * @param patience how long somebody may take nothing of one
     */
    public Streams(String plural, int limit, Duration patience) {
        this.plural = plural;
        this.places = new Semaphore(limit);
        this.patience = patience;
    }

    /**
     * What takes a place while it is written, and only then: who asks with HEAD, or goes away
     * before it begins, has none that nobody would give back.
     *
     * @param content is to be read within it, so that what fails at once can still be told; whether
     *     it closes its stream does not matter
     */
    public StreamingOutput guard(StreamingOutput content, RoutingContext context) {
        return out -> {
            if (!places.tryAcquire()) {
                throw overloaded();
            }
            try {
                send(content, new Recipient(context, patience), out);
            } finally {
                places.release();
            }
        };
    }

    private void send(StreamingOutput content, Recipient recipient, OutputStream out)
            throws IOException {
        PatientStream stream = new PatientStream(out, recipient);
        try {
            content.write(stream);
            stream.end();
        } catch (IOException | RuntimeException | Error e) {
            if (!stream.hasBegun()) {
                // There can still be an answer that says what is wrong.
                throw e;
            }
            recipient.cutOff();
            if (!stream.isBroken()) {
                log(e);
            }
        }
    }

    private ProblemException overloaded() {
        return new ProblemException(
                Problem.of(
                        ProblemType.OVERLOADED,
                        "As many %s are under way as there may be; try again when one has ended."
                                .formatted(plural)));
    }

    private void log(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        if (failure.kind() == Failure.Kind.PERMANENT) {
            LOG.errorf(thrown, "One of the %s was cut off", plural);
        } else {
            LOG.warnf(
                    "One of the %s was cut off: the database said %s (%s)",
                    plural, failure.sqlState(), failure.kind());
        }
    }
}
