package dev.remit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkOptionsTest {

    private final Map<String, String> properties =
            new HashMap<>(
                    Map.ofEntries(
                            Map.entry("bench.shared", "false"),
                            Map.entry("bench.seconds", "5"),
                            Map.entry("bench.rounds", "3"),
                            Map.entry("bench.warm-up-seconds", "2"),
                            Map.entry("bench.curve-seconds", "3"),
                            Map.entry("bench.accounts", "1000, 10,2"),
                            Map.entry("bench.curve", "2,10000"),
                            Map.entry("bench.callers", "256,1000"),
                            Map.entry("bench.connections", "16"),
                            Map.entry("bench.starts", "5"),
                            Map.entry("bench.instances", "true"),
                            Map.entry("bench.java-options", ""),
                            Map.entry("bench.program", "run.jar"),
                            Map.entry("bench.output", "docs"),
                            Map.entry("bench.work", "work")));
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void readsWhatTheBuildHandsOn() {
        BenchmarkOptions options = read();

        assertThat(options.databaseUrl()).isEmpty();
        assertThat(options.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.accounts()).containsExactly(1_000, 10, 2);
        assertThat(options.mostAccounts()).isEqualTo(10_000);
        assertThat(options.mostCallers()).isEqualTo(1_000);
        assertThat(options.javaOptions()).isEmpty();
        assertThat(options.instances()).isTrue();
    }

    @Test
    void itsOwnDatabaseGoesBeforeTheConfiguredOne() {
        environment.put("DATABASE_URL", "postgresql://one");
        environment.put("BENCH_DATABASE_URL", "");
        assertThat(read().databaseUrl()).contains("postgresql://one");

        environment.put("BENCH_DATABASE_URL", "postgresql://other");
        assertThat(read().databaseUrl()).contains("postgresql://other");
    }

    @Test
    void startsAServerUnlessItIsGivenOne() {
        assertThat(read().startsServer()).isTrue();

        properties.put("remit.devdb", "embedded");
        assertThat(read().startsServer()).isTrue();

        properties.put("remit.devdb", "container");
        assertThat(read().startsServer()).isFalse();

        properties.put("remit.devdb", "");
        environment.put("DATABASE_URL", "postgresql://one");
        assertThat(read().startsServer()).isFalse();
    }

    @Test
    void aBaselineIsOptional() {
        assertThat(read().baseline()).isEmpty();

        properties.put("bench.baseline", "/earlier/quarkus-run.jar");
        assertThat(read().baseline()).contains(Path.of("/earlier/quarkus-run.jar"));
    }

    @Test
    void theCurveCanBeLeftOut() {
        properties.put("bench.curve", "");

        assertThat(read().curve()).isEmpty();
        assertThat(read().mostAccounts()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seconds   | five | bench.seconds needs a whole number, not 'five'",
                "rounds    | 0    | bench.rounds is 0, but must be at least 1",
                "accounts  | 10,1 | bench.accounts is 1, but must be at least 2",
                "accounts  | ,    | bench.accounts and bench.callers need at least one number each",
                "instances | yes  | bench.instances is 'yes', but must be true or false",
            })
    void refusesWhatMakesNoSense(String name, String value, String sentence) {
        properties.put("bench." + name, value);

        assertThatIllegalArgumentException().isThrownBy(this::read).withMessage(sentence);
    }

    private BenchmarkOptions read() {
        return BenchmarkOptions.read(properties::get, environment::get);
    }
}
