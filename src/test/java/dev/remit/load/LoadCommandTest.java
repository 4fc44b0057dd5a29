package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.terminal.Progress;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadCommandTest {

    @Test
    void reportsBalancedBooksOfACorrectService() {
        Outcome outcome = run(Behaviour.CORRECT);

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("not 2xx       none", "balanced: 12 accounts", "total 1,200,000,000")
                .containsPattern("transfers per second, [1-9][0-9,]* in all");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void warmsUpUnlessItIsToldNotTo() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            assertThat(run(service).out())
                    .containsPattern("callers, [\\d.]+ s after 0.1 s of warm-up,");
            assertThat(run(service, "--warm-up", "0").out())
                    .contains("balanced")
                    .doesNotContain("warm-up");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES, acknowledged but the journal has no debit of it and no credit of it",
        "POSTS_TWICE, acknowledged but the journal has two debits and two credits",
        "FORGETS_THE_CREDIT, acknowledged but the journal has one debit and no credit of it",
        "FORGETS_THE_CREDIT, but 1200000000 was paid in",
        "SKIPS_A_VERSION, its journal has version",
        "GETS_A_BALANCE_WRONG, but what comes after it needs",
        "GETS_A_BALANCE_WRONG, the balances of the 12 accounts add up to 1200000005",
        "MOVES_ANOTHER_AMOUNT, was asked for but account",
        "SWAPS_THE_SIDES, was asked for but account",
        "POSTS_UNDER_ANOTHER_ID, but never sent",
        "LOSES_AN_ACCOUNT, it is gone",
        "REFUSES_BUT_POSTS, refused but the journal has one debit and one credit",
        "SAYS_OVERLOADED_BUT_POSTS, refused but the journal has one debit and one credit",
    })
    void namesTheFaultOfAServiceThatDoesNotKeepItsBooks(Behaviour behaviour, String fault) {
        Outcome outcome = run(behaviour);

        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).contains("WRONG in");
        assertThat(outcome.out().replace(",", "")).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES, 1 x 422 insufficient-funds",
        "IS_OVERLOADED, 1 x 503 overloaded",
        "DOES_NOT_KNOW_AND_POSTS, 1 x 503 outcome-unknown",
        "DOES_NOT_KNOW_AND_LOSES, 1 x 503 outcome-unknown",
        "ANSWERS_WITH_A_PAGE, 1 x 502",
        "BREAKS_THE_CONNECTION_AND_POSTS, '1 connection errors, 0 timeouts'",
        "BREAKS_THE_CONNECTION_AND_LOSES, '1 connection errors, 0 timeouts'",
        "CLOSES_AFTER_THE_ANSWER, '0 connection errors, 0 timeouts'",
    })
    void countsWhatIsNotAnAcknowledgementAndGoesOn(Behaviour behaviour, String counted) {
        Outcome outcome = run(behaviour);

        assertThat(outcome.status()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains(counted, "balanced");
    }

    @Test
    void asksAgainWhenAServiceInTroubleCannotOpenOrShowAccounts() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT, 3)) {
            Outcome outcome = run(service);

            assertThat(outcome.status()).as(outcome.toString()).isZero();
            assertThat(outcome.out()).contains("balanced: 12 accounts");
        }
    }

    @Test
    void canBeEndedEarly() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            List<String> day = List.of("--url", service.url().toString(), "--seconds", "86400");
            LoadOptions endless = LoadArguments.parse(day, 1).options();
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            try (LoadRun run = new LoadRun(endless, new Progress(nowhere, false))) {
                run.openAccounts();
                assertThat(run.interrupt()).isFalse();
                FutureTask<TrafficResult> sending = new FutureTask<>(run::sendTransfers);
                Thread.ofPlatform().daemon().start(sending);
                await().until(run::interrupt);

                assertThat(sending.get(30, TimeUnit.SECONDS).interrupted()).isTrue();
            }
        }
    }

    @Test
    void stopsWaitingForAnAnswerAfterTheTimeout() {
        try (FakeRemit service = new FakeRemit(Behaviour.NEVER_ANSWERS)) {
            Outcome outcome = run(service, "--timeout", "2");

            assertThat(outcome.status()).as(outcome.toString()).isZero();
            assertThat(outcome.out()).contains("0 connection errors, 1 timeouts", "balanced");
            assertThat(outcome.err()).contains("sending transfers: ");
        }
    }

    @Test
    void transfersBetweenHotAccountsOnly() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            Outcome outcome = run(service, "--hot", "2");

            assertThat(outcome.status()).as(outcome.toString()).isZero();
            assertThat(outcome.out()).contains("12 accounts of which 2 are used");
            assertThat(service.firstTransfers())
                    .flatExtracting(each -> List.of(each.getString("from"), each.getString("to")))
                    .hasSize(4)
                    .containsOnly(
                            service.firstTransfers().getFirst().getString("from"),
                            service.firstTransfers().getFirst().getString("to"));
        }
    }

    @Test
    void spreadsCallersOverSeveralInstances() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            String other = "http://localhost:" + service.url().getPort();

            Outcome outcome = run(service, "--url", other);

            assertThat(outcome.status()).as(outcome.toString()).isZero();
            assertThat(outcome.out()).startsWith(service.url() + " and " + other + ": 12 accounts");
            assertThat(service.hosts()).containsExactlyInAnyOrder("127.0.0.1", "localhost");
        }
    }

    @Test
    void repeatsAmountsWithTheSameSeedButNotIds() {
        try (FakeRemit one = new FakeRemit(Behaviour.CORRECT);
                FakeRemit other = new FakeRemit(Behaviour.CORRECT)) {
            run(one, "--callers", "1", "--seed", "5");
            run(other, "--callers", "1", "--seed", "5");

            JsonObject first = one.firstTransfers().getFirst();
            JsonObject repeated = other.firstTransfers().getFirst();
            assertThat(repeated.getLong("amount")).isEqualTo(first.getLong("amount"));
            assertThat(repeated.getString("id")).isNotEqualTo(first.getString("id"));
        }
    }

    @Test
    void printsOneJsonObject() {
        try (FakeRemit service = new FakeRemit(Behaviour.REFUSES)) {
            JsonObject result = new JsonObject(run(service, "--json").out());

            assertThat(result.getJsonArray("urls")).containsExactly(service.url().toString());
            assertThat(result.getLong("acknowledged")).isPositive();
            assertThat(result.getDouble("perSecond")).isNotNegative();
            assertThat(result.getJsonObject("latencyMillis").fieldNames())
                    .containsExactly("p50", "p90", "p99", "p999", "max");
            assertThat(result.getJsonObject("problems"))
                    .isEqualTo(new JsonObject().put("422 insufficient-funds", 1));
            assertThat(result.getJsonObject("books").getBoolean("balanced")).isTrue();
            assertThat(result.getJsonObject("books").getLong("postings"))
                    .isEqualTo(12 + 2 * result.getLong("acknowledged"));
        }
    }

    @Test
    void canBeCalledFromAProgram() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            LoadArguments arguments =
                    LoadArguments.parse(arguments(service.url().toString(), List.of()), 1);

            LoadResult result = LoadRun.execute(arguments.options());

            assertThat(result.traffic().acknowledged()).isPositive();
            assertThat(result.traffic().unknown()).isZero();
            assertThat(result.books().balanced()).isTrue();
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Outcome outcome = run(arguments("http://127.0.0.1:" + port, List.of()));

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("load: http://127.0.0.1:" + port + " does not answer: ")
                .hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void saysThatItIsNotRemitThatAnswers() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            Outcome outcome = run(arguments(service.url() + "/elsewhere", List.of()));

            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.err())
                    .isEqualToIgnoringNewLines(
                            "load: POST /accounts/batch is answered 404 account-not-found, not 201.");
        }
    }

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(Behaviour behaviour) {
        try (FakeRemit service = new FakeRemit(behaviour)) {
            return run(service);
        }
    }

    private static Outcome run(FakeRemit service, String... more) {
        return run(arguments(service.url().toString(), List.of(more)));
    }

    private static List<String> arguments(String url, List<String> more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--url", url, "--accounts", "12", "--seconds", "0.1"));
        if (!more.contains("--callers")) {
            arguments.addAll(List.of("--callers", "3"));
        }
        arguments.addAll(more);
        return arguments;
    }

    private static Outcome run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                LoadCommand.run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
