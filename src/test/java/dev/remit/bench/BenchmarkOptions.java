package dev.remit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is measured, and where. Each is the system property {@code bench.<name>}, which the profile
 * {@code bench} of the build hands on with its defaults; only the database's URL, which may hold a
 * password, is handed on in the environment.
 *
 * @param databaseUrl absent for a server that the benchmark starts itself
 * @param developmentDatabase whether that server is a CockroachDB as development starts it, not the
 *     benchmark's own PostgreSQL
 * @param shared run although other clients are connected to the database server
 * @param seconds of every measurement in the table
 * @param rounds how often everything but the curve is measured, all of it one time after the other
 * @param warmUpSeconds of every combination of Remit once before, not reported: its virtual machine
 *     compiles for the first four minutes, all combinations together, and what it takes for that
 *     would look like the price of a transfer. What uses SQL is called for as long as a measurement
 * @param curveSeconds of every measurement of the contention curve
 * @param accounts numbers of accounts in the table
 * @param curve numbers of accounts in the contention curve; empty for no curve
 * @param callers of Remit; the last is the one in the curve
 * @param connections of those that use SQL
 * @param starts how many cold starts of Remit are timed
 * @param instances whether two instances of Remit are compared with one
 * @param javaOptions of Remit's process
 * @param program the packaged service
 * @param baseline another commit's packaged service, to be compared with this one
 * @param output folder for the results
 * @param work folder for logs and for the benchmark's own PostgreSQL; Remit runs in it, so that it
 *     does not read the project's settings
 */
record BenchmarkOptions(
        Optional<String> databaseUrl,
        boolean developmentDatabase,
        boolean shared,
        int seconds,
        int rounds,
        int warmUpSeconds,
        int curveSeconds,
        List<Integer> accounts,
        List<Integer> curve,
        List<Integer> callers,
        int connections,
        int starts,
        boolean instances,
        List<String> javaOptions,
        Path program,
        Optional<Path> baseline,
        Path output,
        Path work) {

    private static final String PREFIX = "bench.";
    private static final String DEVELOPMENT_DATABASE = "remit.devdb";
    private static final int LEAST_ACCOUNTS = 2;

    /**
     * @throws IllegalArgumentException with one sentence for the user
     */
    static BenchmarkOptions read(
            Function<String, String> properties, Function<String, String> environment) {
        Function<String, Optional<String>> text =
                name ->
                        Optional.ofNullable(properties.apply(PREFIX + name))
                                .map(String::strip)
                                .filter(Predicate.not(String::isEmpty));
        Optional<String> url =
                Stream.of("BENCH_DATABASE_URL", "DATABASE_URL")
                        .map(environment)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst();
        return new BenchmarkOptions(
                url,
                Optional.ofNullable(properties.apply(DEVELOPMENT_DATABASE))
                        .filter(kind -> !kind.isBlank() && !kind.equals("embedded"))
                        .isPresent(),
                flag(text, "shared"),
                number(text, "seconds", 1),
                number(text, "rounds", 1),
                number(text, "warm-up-seconds", 1),
                number(text, "curve-seconds", 1),
                numbers(text, "accounts", LEAST_ACCOUNTS),
                numbers(text, "curve", LEAST_ACCOUNTS),
                numbers(text, "callers", 1),
                number(text, "connections", 1),
                number(text, "starts", 1),
                flag(text, "instances"),
                text.apply("java-options").map(all -> List.of(all.split("\\s+"))).orElse(List.of()),
                path(required(text, "program")),
                text.apply("baseline").map(BenchmarkOptions::path),
                path(required(text, "output")),
                path(required(text, "work")));
    }

    BenchmarkOptions {
        if (accounts.isEmpty() || callers.isEmpty()) {
            throw new IllegalArgumentException(
                    "bench.accounts and bench.callers need at least one number each");
        }
    }

    /** Whether the benchmark measures a PostgreSQL of its own. */
    boolean startsServer() {
        return databaseUrl.isEmpty() && !developmentDatabase;
    }

    int mostAccounts() {
        return Stream.of(accounts, curve).flatMap(List::stream).max(Integer::compare).orElseThrow();
    }

    /** The first and the last numbers of accounts, on which two instances are compared with one. */
    List<Integer> ends() {
        return Stream.of(accounts.getFirst(), accounts.getLast()).distinct().toList();
    }

    int mostCallers() {
        return callers.getLast();
    }

    Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    Duration warmUp() {
        return Duration.ofSeconds(warmUpSeconds);
    }

    Duration curveDuration() {
        return Duration.ofSeconds(curveSeconds);
    }

    private static String required(Function<String, Optional<String>> text, String name) {
        return text.apply(name)
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + name + " is not set"));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath();
    }

    private static boolean flag(Function<String, Optional<String>> text, String name) {
        String value = required(text, name);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "%s%s is '%s', but must be true or false"
                                    .formatted(PREFIX, name, value));
        };
    }

    private static int number(Function<String, Optional<String>> text, String name, int least) {
        return number(name, required(text, name), least);
    }

    private static List<Integer> numbers(
            Function<String, Optional<String>> text, String name, int least) {
        List<Integer> numbers = new ArrayList<>();
        for (String each : text.apply(name).orElse("").split(",")) {
            if (!each.isBlank()) {
                numbers.add(number(name, each.strip(), least));
            }
        }
        return List.copyOf(numbers);
    }

    private static int number(String name, String text, int least) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s%s needs a whole number, not '%s'".formatted(PREFIX, name, text), e);
        }
        if (value < least) {
            throw new IllegalArgumentException(
                    "%s%s is %d, but must be at least %d".formatted(PREFIX, name, value, least));
        }
        return value;
    }
}
