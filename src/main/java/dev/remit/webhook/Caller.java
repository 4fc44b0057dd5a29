package dev.remit.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** Tells a receiver of an event, signed, and says how that went. */
@Singleton
class Caller {

    private static final Logger LOG = Logger.getLogger(Caller.class);

    /** A CloudEvent in structured mode. */
    private static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** Who looks a name up cannot be interrupted, and holds a whole thread meanwhile. */
    private static final int LOOK_UPS = 4;

    private final Destinations destinations;
    private final Receiver receiver;
    private final Clock clock;
    private final ExecutorService lookUps =
            Executors.newFixedThreadPool(
                    LOOK_UPS, Thread.ofPlatform().name("remit-names-", 0).daemon().factory());

    Caller(Destinations destinations, Receiver receiver, Clock clock) {
        this.destinations = destinations;
        this.receiver = receiver;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        lookUps.shutdownNow();
    }

    /**
     * @param limit for all of it
     */
    CallResult call(Webhook webhook, Message message, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            Destination destination =
                    lookUps.submit(() -> destinations.of(webhook.url()))
                            .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            Duration rest = Duration.ofNanos(end - System.nanoTime());
            return CallResult.answered(
                    receiver.post(destination, headers(webhook, message), message.body(), rest));
        } catch (TimeoutException e) {
            return CallResult.unanswered(
                    "The receiver did not answer within %d ms.".formatted(limit.toMillis()));
        } catch (ExecutionException e) {
            LOG.debugf(e.getCause(), "A call of webhook %s has failed", webhook.id());
            return CallResult.unanswered(reason(e.getCause()));
        }
    }

    private Map<String, String> headers(Webhook webhook, Message message) {
        long timestamp = clock.instant().getEpochSecond();
        return Map.of(
                "Content-Type",
                MEDIA_TYPE,
                "User-Agent",
                "Remit",
                "webhook-id",
                message.id(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                webhook.secret().signature(message, timestamp));
    }

    /** Not what the library says: that may name addresses, which are nobody's business. */
    private static String reason(Throwable failure) {
        return switch (failure) {
            case UnknownHostException e -> "The receiver's name has no address.";
            case AddressRefused e -> "The receiver's address is none that may be called.";
            case SSLException e -> "There was no secure connection to the receiver.";
            default -> "There was no connection to the receiver, or it broke.";
        };
    }
}
