package dev.remit.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The command line of a run, after the word {@code load}.
 *
 * @param json print the result as one JSON object instead of the report
 */
record LoadArguments(LoadOptions options, boolean json) {

    /** Wherever it stands, it is all that is done, even beside options that are wrong. */
    static final String HELP = "--help";

    static final String USAGE =
            """
            Usage: load [options]
              --url URL          the service (default http://localhost:8080); given several times, the callers
                                 are spread over these instances of it
              --accounts N       accounts to open for this run (default 1000)
              --callers N        callers, one connection and one outstanding request each (default 256)
              --seconds S        how long to measure (default 10)
              --warm-up S        how long to send transfers before that (default: as long as --seconds, 10 at
                                 most); every one of them is checked, too
              --hot N            transfer between N of the accounts only
              --skew S           draw accounts from a Zipf distribution with exponent S (default 0: evenly)
              --seed N           repeat the accounts and amounts of another run (default: different each time)
              --timeout S        how long to wait for an answer, in seconds (default 30)
              --json             print the result as one JSON object
              --help             print this
            Exit status: 0 the books balance, 1 they do not, 2 wrong options, 3 the service could not be reached.
            """;

    private static final URI SERVICE = URI.create("http://localhost:8080");

    private static final Set<String> FLAGS = Set.of("--json");
    private static final Set<String> VALUES =
            Set.of(
                    "--url",
                    "--accounts",
                    "--callers",
                    "--seconds",
                    "--warm-up",
                    "--hot",
                    "--skew",
                    "--seed",
                    "--timeout");

    /**
     * @param freshSeed the seed of a run that is given none
     * @throws IllegalArgumentException with one sentence for the user
     */
    static LoadArguments parse(List<String> arguments, long freshSeed) {
        List<URI> urls = new ArrayList<>();
        Map<String, String> given = collect(arguments, urls);
        LoadOptions defaults =
                LoadOptions.defaults(
                        urls.isEmpty() ? new URI[] {SERVICE} : urls.toArray(URI[]::new));
        Duration duration = value(given, "--seconds", defaults.duration(), LoadArguments::seconds);
        LoadOptions options =
                new LoadOptions(
                        defaults.urls(),
                        value(given, "--accounts", defaults.accounts(), Integer::valueOf),
                        value(given, "--callers", defaults.callers(), Integer::valueOf),
                        value(
                                given,
                                "--warm-up",
                                LoadOptions.warmUpBefore(duration),
                                LoadArguments::seconds),
                        duration,
                        hot(given),
                        value(given, "--skew", defaults.skew(), Double::valueOf),
                        value(given, "--seed", freshSeed, Long::valueOf),
                        value(given, "--timeout", defaults.timeout(), LoadArguments::seconds));
        return new LoadArguments(options, given.containsKey("--json"));
    }

    /** In the record 0 stands for "all accounts"; nobody may mean that by writing it down. */
    private static int hot(Map<String, String> given) {
        int hot = value(given, "--hot", 0, Integer::valueOf);
        if (hot == 0 && given.containsKey("--hot")) {
            throw new IllegalArgumentException(
                    "hot is 0, but a transfer needs at least 2 accounts");
        }
        return hot;
    }

    /**
     * @param urls is given the values of the one option that may be repeated
     */
    private static Map<String, String> collect(List<String> arguments, List<URI> urls) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            String value = "";
            if (VALUES.contains(name)) {
                if (++i == arguments.size()) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                value = arguments.get(i);
            } else if (!FLAGS.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (name.equals("--url")) {
                urls.add(url(value));
            } else if (given.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is given twice");
            }
        }
        return given;
    }

    private static <T> T value(
            Map<String, String> given, String name, T otherwise, Function<String, T> parser) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not '" + text + "'", e);
        }
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--url needs a URL, not '" + text + "'", e);
        }
    }

    private static Duration seconds(String text) {
        double seconds = Double.parseDouble(text);
        if (!(Math.abs(seconds) <= Integer.MAX_VALUE)) {
            throw new NumberFormatException(text);
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
