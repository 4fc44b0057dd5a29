package dev.remit.api;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.summary;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Books;
import dev.remit.api.HostileBodies.Hostile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a batch is made of, it is answered in a few words, and no event loop has anything to do
 * with it: all other callers go on.
 */
@QuarkusTest
class HostileBatchTest {

    private static final String PATH = "/accounts/batch";
    private static final int LONGEST_ANSWER = 100 * 1024;
    private static final List<String> HEADERS = List.of("Content-Type", "application/json");

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void forget() {
        JsonThreads.forget();
    }

    static Stream<Hostile> bodies() {
        return HostileBodies.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isAnsweredInAFewWords(Hostile hostile) {
        Books before = summary();

        RawHttp.Answer answer = send(hostile);

        assertRefused(hostile, answer);
        assertThat(summary()).isEqualTo(before);
        assertThat(JsonThreads.readers()).allMatch(HostileBatchTest::isWorker);
    }

    @Test
    void fourAtOnceLeaveRoomForTransfers() throws Exception {
        Hostile hostile = HostileBodies.all().findFirst().orElseThrow();
        UUID from = account(1_000_000);
        UUID to = account(0);

        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<RawHttp.Answer>> answers =
                    Stream.generate(() -> callers.submit(() -> send(hostile))).limit(4).toList();
            do {
                transfer(from, to, 1).expect(201);
            } while (!answers.stream().allMatch(Future::isDone));
            for (Future<RawHttp.Answer> answer : answers) {
                assertRefused(hostile, answer.get());
            }
        }

        assertThat(JsonThreads.readers()).isNotEmpty().allMatch(HostileBatchTest::isWorker);
    }

    @Test
    void largestAnswerIsWrittenByAWorker() {
        String body = "{\"accounts\":[" + "{},".repeat(9_999) + "{}]}";

        RawHttp.Answer answer =
                new RawHttp(service)
                        .send("POST", PATH, HEADERS, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(JsonThreads.writers()).isNotEmpty().allMatch(HostileBatchTest::isWorker);
    }

    private RawHttp.Answer send(Hostile hostile) {
        return new RawHttp(service)
                .send(
                        "POST",
                        hostile.path(),
                        HEADERS,
                        hostile.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Hostile hostile, RawHttp.Answer answer) {
        assertThat(answer.body().length()).isLessThan(LONGEST_ANSWER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        JsonNode problem = json(answer.body());
        assertThat(problem.get("type").textValue()).endsWith(":" + hostile.slug());
        assertThat(problem.path("errors")).hasSize(hostile.errors());
        // "accounts[0].", and what surrounds the name of a field in a sentence.
        if (hostile.errors() == 0) {
            assertThat(problem.get("detail").textValue()).hasSizeLessThan(300);
        }
    }

    private static boolean isWorker(String thread) {
        return thread.startsWith("executor-thread-");
    }
}
