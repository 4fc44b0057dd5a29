package dev.remit.api.statement;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.remit.api.HttpEdge;
import dev.remit.api.RawHttp;
import dev.remit.ledger.Transfer;
import dev.remit.store.HistoryReader;
import dev.remit.store.Statement;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that cannot be read to its end does not look as if it had been. */
@QuarkusTest
class BrokenStatementTest {

    private static final int ENTRIES = 2500;

    /** The end of a body that is sent in chunks. */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    @TestHTTPResource("/")
    URI service;

    @Inject HistoryReader reader;
    @Inject HttpEdge edge;

    private UUID alice;

    @BeforeEach
    void postMany() {
        alice = account(0);
        Map<String, Object> deposit = Map.of("to", alice, "amount", 1, "reference", "one of many");
        for (int i = 0; i < ENTRIES / 500; i++) {
            post("/transfers/batch", Map.of("transfers", Collections.nCopies(500, deposit)))
                    .expect(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xml"})
    void isCutOffWhenItCannotBeReadAnyMore(String form) {
        String whole = read(form);
        assertThat(whole).endsWith(LAST_CHUNK);

        breakPage(
                1000,
                page -> {
                    throw new IllegalStateException("the secret of the second page");
                });

        assertCutOff(read(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xml"})
    void isCutOffWhenTheJournalHasAGap(String form) {
        breakPage(1000, page -> page.subList(1, page.size()));

        assertCutOff(read(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xml"})
    void isCutOffWhenTheJournalEndsTooEarly(String form) {
        breakPage(2000, page -> List.of());

        assertCutOff(read(form));
    }

    @Test
    void itsReaderMayGoAway() throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /accounts/%s/statement.xml HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(alice)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
        }

        assertNobodyIsWaitedFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xml"})
    void isAProblemWhenItCannotBeReadAtAll(String form) {
        breakPage(
                0,
                page -> {
                    throw new IllegalStateException("the secret of the first page");
                });

        String body =
                get("/accounts/" + alice + "/statement." + form)
                        .expectProblem(500, "internal-error")
                        .toString();

        assertThat(body).doesNotContain("secret");
    }

    /** As long as somebody is, the service does not end. */
    private void assertNobodyIsWaitedFor() {
        assertThat(
                        CompletableFuture.runAsync(
                                () ->
                                        assertThatCode(
                                                        () ->
                                                                edge.awaitAnswers(
                                                                        Duration.ofMinutes(1)))
                                                .doesNotThrowAnyException()))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    private void assertCutOff(String body) {
        assertNobodyIsWaitedFor();
        assertThat(body)
                .contains("one of many")
                .doesNotContain(LAST_CHUNK, "closing\"", "</Stmt>", "]}", "secret", "problem");
    }

    private String read(String form) {
        RawHttp.Answer answer =
                new RawHttp(service)
                        .send("GET", "/accounts/" + alice + "/statement." + form, List.of(), null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
        return answer.body();
    }

    /**
     * @param after the version after which the page begins
     */
    private void breakPage(long after, UnaryOperator<List<Transfer>> change) {
        HistoryReader real = ClientProxy.unwrap(reader);
        QuarkusMock.installMockForInstance(
                new HistoryReader() {
                    @Override
                    public Optional<Statement> statement(UUID account, Instant from, Instant to) {
                        return real.statement(account, from, to);
                    }

                    @Override
                    public List<Transfer> entries(UUID account, long version, long until) {
                        List<Transfer> page = real.entries(account, version, until);
                        return version == after ? change.apply(page) : page;
                    }
                },
                reader);
    }
}
