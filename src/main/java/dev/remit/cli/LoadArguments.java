package dev.remit.cli;

import dev.remit.load.LoadOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** What a run does, as it is written on the command line. */
final class LoadArguments {

    /** A run need not be warmed up for longer, nor for longer than it measures. */
    private static final Duration LONGEST_USUAL_WARM_UP = Duration.ofSeconds(10);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description =
                    "the service (default ${DEFAULT-VALUE}); given several times, the callers are spread over these instances of it")
    private List<URI> urls;

    @Option(
            names = "--accounts",
            paramLabel = "number",
            defaultValue = "1000",
            description = "accounts to open for this run (default ${DEFAULT-VALUE})")
    private int accounts;

    @Option(
            names = "--callers",
            paramLabel = "number",
            defaultValue = "256",
            description =
                    "callers, one connection and one outstanding request each (default ${DEFAULT-VALUE})")
    private int callers;

    @Option(
            names = "--seconds",
            paramLabel = "number",
            defaultValue = "10",
            description = "how long to measure (default ${DEFAULT-VALUE})")
    private Duration duration;

    @Option(
            names = "--warm-up",
            paramLabel = "number",
            description =
                    "how many seconds to send transfers before that (default: as long as --seconds, 10 at most); every one of them is checked, too")
    private Duration warmUp;

    @Option(
            names = "--hot",
            paramLabel = "number",
            description = "transfer between so many of the accounts only")
    private Integer hot;

    @Option(
            names = "--skew",
            paramLabel = "number",
            defaultValue = "0",
            description =
                    "draw accounts from a Zipf distribution with this exponent (default 0: evenly)")
    private double skew;

    @Option(
            names = "--seed",
            paramLabel = "number",
            description =
                    "repeat the accounts and amounts of another run (default: different each time)")
    private Long seed;

    @Option(
            names = "--timeout",
            paramLabel = "number",
            defaultValue = "30",
            description = "how many seconds to wait for an answer (default ${DEFAULT-VALUE})")
    private Duration timeout;

    /**
     * @throws IllegalArgumentException with one sentence for the user
     */
    LoadOptions options() {
        return new LoadOptions(
                urls,
                accounts,
                callers,
                warmUp == null ? usualWarmUp() : warmUp,
                duration,
                hot(),
                skew,
                seed == null ? ThreadLocalRandom.current().nextLong() : seed,
                timeout);
    }

    private Duration usualWarmUp() {
        return duration.compareTo(LONGEST_USUAL_WARM_UP) < 0 ? duration : LONGEST_USUAL_WARM_UP;
    }

    /** In the record 0 stands for "all accounts"; nobody may mean that by writing it down. */
    private int hot() {
        if (hot != null && hot == 0) {
            throw new IllegalArgumentException(
                    "hot is 0, but a transfer needs at least 2 accounts");
        }
        return hot == null ? 0 : hot;
    }
}
