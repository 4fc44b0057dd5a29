package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.Behaviour;
import dev.remit.load.FakeRemit;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
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
                    .containsPattern("callers, [\\d.]+ s after [\\d.]+ s of warm-up,");
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
    void saysThatNobodyAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        Outcome outcome = run("http://127.0.0.1:" + port);

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("load: http://127.0.0.1:" + port + " does not answer: ")
                .hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void saysThatItIsNotRemitThatAnswers() {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            Outcome outcome = run(service.url() + "/elsewhere");

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
        return run(service.url().toString(), more);
    }

    private static Outcome run(String url, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("load", "--url", url, "--accounts", "12", "--seconds", "0.1"));
        if (!List.of(more).contains("--callers")) {
            arguments.addAll(List.of("--callers", "3"));
        }
        arguments.addAll(List.of(more));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        return new Outcome(
                run.status(), String.join("\n", run.out()), String.join("\n", run.err()));
    }
}
