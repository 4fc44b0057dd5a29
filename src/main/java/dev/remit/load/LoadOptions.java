package dev.remit.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run does. Values out of range, and values that contradict each other, are refused with an
 * {@link IllegalArgumentException} whose message is one sentence for the user.
 *
 * @param urls where the instances of the service answer, to which the callers are spread evenly; a
 *     path in one is put before every call's path
 * @param accounts how many accounts the run opens for itself
 * @param callers how many callers there are, each with one connection and one outstanding request
 * @param warmUp how long transfers are sent before throughput and latency are measured; may be zero
 * @param duration how long they are measured
 * @param hot how many of the accounts take part in transfers, or 0 for all of them
 * @param skew exponent of the Zipf distribution that accounts are drawn from; 0 draws them evenly
 * @param seed makes the accounts and the amounts of the transfers repeatable; ids are always new
 * @param timeout how long an answer is waited for before its outcome counts as unknown
 */
public record LoadOptions(
        List<URI> urls,
        int accounts,
        int callers,
        Duration warmUp,
        Duration duration,
        int hot,
        double skew,
        long seed,
        Duration timeout) {

    static final int MOST_ACCOUNTS = 1_000_000;
    static final int MOST_CALLERS = 10_000;

    /** Beyond it one account takes part in practically every transfer: that is what hot is for. */
    static final double STEEPEST_SKEW = 5;

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    public LoadOptions {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw refused("a url is needed");
        }
        urls.forEach(LoadOptions::requireUrl);
        require(accounts, 2, MOST_ACCOUNTS, "accounts");
        require(callers, 1, MOST_CALLERS, "callers");
        require(duration, "seconds");
        if (!warmUp.isZero()) {
            require(warmUp, "warm-up");
        }
        if (hot != 0) {
            require(hot, 2, MOST_ACCOUNTS, "hot");
        }
        if (hot > accounts) {
            throw refused("hot is %d, but there are only %d accounts", hot, accounts);
        }
        if (!(skew >= 0 && skew <= STEEPEST_SKEW)) {
            throw refused("skew is %s, but must be from 0 to %s", skew, STEEPEST_SKEW);
        }
        if (hot != 0 && skew != 0) {
            throw refused("hot and skew contradict each other: give one of them");
        }
        require(timeout, "timeout");
    }

    /** How many of the accounts take part in transfers. */
    int activeAccounts() {
        return hot == 0 ? accounts : hot;
    }

    private static void requireUrl(URI url) {
        if (!"http".equals(url.getScheme()) || url.getHost() == null) {
            throw refused("url is %s, but must look like http://localhost:8080", url);
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw refused("url must be a host, a port and a path, nothing else");
        }
    }

    private static void require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw refused("%s is %d, but must be from %d to %d", name, value, least, most);
        }
    }

    private static void require(Duration value, String name) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw refused(
                    "%s is %s, but must be from %s to %s",
                    name, seconds(value), seconds(SHORTEST), seconds(LONGEST));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static IllegalArgumentException refused(String format, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, format, values));
    }
}
