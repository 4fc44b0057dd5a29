package dev.remit.api.access;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests each caller may make: a bucket of tokens that fills up again evenly.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
 *     header fields for HTTP</a>
 */
@Singleton
class RateLimit {

    /** Of some hundred bytes each. */
    private static final int MOST_CALLERS = 100_000;

    /** 0 if there is no limit. */
    private final int requests;

    private final Duration period;
    private final String policy;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(AccessSettings settings) {
        this.requests = settings.rateLimit().requests().orElse(0);
        this.period = settings.rateLimit().period();
        this.policy = "\"caller\";q=%d;w=%d".formatted(requests, period.toSeconds());
    }

    /**
     * Counts a request, and tells its caller how many may follow. What is wrong if it is one too
     * many; empty if it is not.
     *
     * @param caller null if nobody is known: then their address has to do
     */
    Optional<Problem> excess(RoutingContext context, Caller caller) {
        if (requests == 0 || take(name(context, caller), context.response())) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "You have made more requests than you may; wait for as many seconds as Retry-After says."));
    }

    private static String name(RoutingContext context, Caller caller) {
        return caller == null
                ? "address " + context.request().remoteAddress().hostAddress()
                : "subject " + caller.subject();
    }

    private boolean take(String caller, HttpServerResponse response) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        response.putHeader("RateLimit-Policy", policy);
        response.putHeader(
                "RateLimit",
                "\"caller\";r=%d;t=%d"
                        .formatted(
                                probe.getRemainingTokens(),
                                seconds(
                                        probe.isConsumed()
                                                ? probe.getNanosToWaitForReset()
                                                : probe.getNanosToWaitForRefill())));
        if (!probe.isConsumed()) {
            response.putHeader(
                    "Retry-After", Long.toString(seconds(probe.getNanosToWaitForRefill())));
        }
        return probe.isConsumed();
    }

    private Bucket bucket(String caller) {
        Bucket bucket = buckets.get(caller);
        if (bucket != null) {
            return bucket;
        }
        if (buckets.size() >= MOST_CALLERS) {
            // A full one says no more than a new one.
            buckets.values().removeIf(other -> other.getAvailableTokens() >= requests);
        }
        if (buckets.size() >= MOST_CALLERS) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(caller, anybody -> fullBucket());
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, period))
                .build();
    }

    /** Whoever comes back so early is told to wait again: upwards. */
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }
}
