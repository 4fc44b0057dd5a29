package dev.remit.commit;

import static dev.remit.commit.QueueAnswers.posting;
import static dev.remit.commit.QueueAnswers.reason;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.remit.Packaged;
import dev.remit.bank.ThroughProxy;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traces as a collector gets them, of what the service does on a real database. */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
class TracesTest extends WithQueue {

    private static final String COLLECTOR = "quarkus.otel.exporter.otlp.endpoint";

    public static final class Traced extends ThroughProxy {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "quarkus.otel.sdk.disabled",
                        "false",
                        "quarkus.otel.bsp.schedule.delay",
                        "50ms",
                        "quarkus.otel.exporter.otlp.protocol",
                        "http/protobuf",
                        COLLECTOR,
                        "http://127.0.0.1:" + Packaged.freePort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A caller who traces what he does. */
    private record Caller(String trace, CompletableFuture<List<Outcome>> answer) {}

    @Inject Tracer tracer;
    @Inject AnotherInstance another;

    @ConfigProperty(name = COLLECTOR)
    URI collector;

    private TraceReceiver receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver =
                new TraceReceiver(new InetSocketAddress(collector.getHost(), collector.getPort()));
        start(QueueLimits.usual());
    }

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    @Test
    void callLeadsToItsCommitAndToEachRoundTrip() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        given().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .contentType(ContentType.JSON)
                .body(Map.of("from", payer, "to", payee, "amount", 100))
                .post("/transfers")
                .then()
                .statusCode(201);

        Span request = awaitSpan(trace, span -> span.getKind() == Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(request.getName()).isEqualTo("POST /transfers");
        assertThat(TraceReceiver.hex(request.getParentSpanId().toByteArray()))
                .isEqualTo("b7ad6b7169203331");
        assertThat(awaitSpan(trace, named("wait in queue")).getParentSpanId())
                .isEqualTo(request.getSpanId());
        Span commit = awaitSpan(trace, named("commit"));
        assertThat(commit.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(links(commit)).containsExactly(request.getSpanId());
        assertThat(links(request)).containsExactly(commit.getSpanId());
        Span attempt = awaitSpan(trace, named("attempt"));
        assertThat(attempt.getParentSpanId()).isEqualTo(commit.getSpanId());
        assertThat(awaitSpan(trace, named("COMMIT")).getParentSpanId())
                .isEqualTo(attempt.getSpanId());
        for (String statement : List.of("FROM ledgers", "INSERT INTO transfers")) {
            assertThat(awaitSpan(trace, says(statement)).getParentSpanId())
                    .isEqualTo(attempt.getSpanId());
        }
    }

    @Test
    void commitLinksToAllItsRequests() throws Exception {
        List<Caller> callers = new ArrayList<>();
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            for (int i = 0; i < 3; i++) {
                callers.add(traced(post(payer, payee, 1)));
            }
        }

        callers.forEach(caller -> assertThat(posting(caller.answer())).isNotNull());
        Span commit = awaitSpan(callers.getFirst().trace(), named("commit"));
        List<Span> requests =
                callers.stream().map(caller -> awaitSpan(caller.trace(), named("caller"))).toList();
        assertThat(links(commit))
                .containsExactlyElementsOf(requests.stream().map(Span::getSpanId).toList());
        assertThat(requests)
                .allSatisfy(
                        request -> assertThat(links(request)).containsExactly(commit.getSpanId()));
    }

    @Test
    void commitLinksToThoseWhoJoinItLater() throws Exception {
        CompletableFuture<List<Outcome>> untraced;
        Caller first;
        Caller second;
        takeTurnsWith(another);
        try (Gate closed = Gate.closed(database)) {
            another.commit(post(gate, payee, 1));
            closed.awaitCommits(1);
            untraced = submit(post(payer, payee, 1));
            closed.awaitCommits(2);
            first = traced(post(payer, payee, 1));
            second = traced(post(payer, payee, 1));
        }

        assertThat(posting(first.answer()).sequence()).isEqualTo(posting(untraced).sequence());
        assertThat(posting(second.answer()).sequence()).isEqualTo(posting(untraced).sequence());
        Span commit = awaitSpan(first.trace(), named("commit"));
        assertThat(links(commit))
                .containsExactly(
                        awaitSpan(first.trace(), named("caller")).getSpanId(),
                        awaitSpan(second.trace(), named("caller")).getSpanId());
        assertThat(awaitSpan(first.trace(), named("COMMIT")).getParentSpanId())
                .isEqualTo(awaitSpan(first.trace(), named("attempt")).getSpanId());
    }

    @Test
    void everyAttemptIsShownAndWhyItFailed() throws Exception {
        Caller caller;
        try (Connection outsider = database.connect()) {
            outsider.setAutoCommit(false);
            try (Statement statement = outsider.createStatement()) {
                statement.execute(
                        "SELECT id FROM accounts WHERE id = '%s' FOR UPDATE".formatted(payee));
            }
            caller = traced(post(payer, payee, 1));
            assertThat(reason(caller.answer())).isEqualTo(Reason.CONTENTION);
        }

        Span commit = awaitSpan(caller.trace(), named("commit"));
        assertThat(commit.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        List<Span> attempts =
                receiver.trace(caller.trace()).stream().filter(named("attempt")).toList();
        assertThat(attempts).hasSizeGreaterThan(1);
        assertThat(attempts)
                .allSatisfy(
                        attempt -> {
                            assertThat(attempt.getParentSpanId()).isEqualTo(commit.getSpanId());
                            assertThat(attempt.getStatus().getCode())
                                    .isEqualTo(StatusCode.STATUS_CODE_ERROR);
                            assertThat(attempt.getAttributesList())
                                    .anySatisfy(
                                            attribute ->
                                                    assertThat(
                                                                    attribute
                                                                            .getValue()
                                                                            .getStringValue())
                                                            .isEqualTo("55P03"));
                        });
    }

    /** Who does not trace costs nothing, and is in no trace. */
    @Test
    void untracedRequestsHaveNoCommitInAnyTrace() throws Exception {
        Caller traced;
        CompletableFuture<List<Outcome>> untraced;
        try (Gate closed = Gate.closed(database)) {
            holdUp(closed);
            untraced = submit(post(payer, payee, 1));
            traced = traced(post(payer, payee, 1));
        }

        assertThat(posting(untraced)).isNotNull();
        assertThat(posting(traced.answer())).isNotNull();
        Span commit = awaitSpan(traced.trace(), named("commit"));
        assertThat(links(commit))
                .containsExactly(awaitSpan(traced.trace(), named("caller")).getSpanId());
    }

    private Caller traced(Command command) {
        io.opentelemetry.api.trace.Span span =
                tracer.spanBuilder("caller").setNoParent().startSpan();
        CompletableFuture<List<Outcome>> answer =
                Context.root().with(span).wrapSupplier(() -> submit(command)).get();
        return new Caller(
                span.getSpanContext().getTraceId(),
                answer.whenComplete((outcomes, failed) -> span.end()));
    }

    private Span awaitSpan(String trace, Predicate<Span> condition) {
        return await().until(
                        () -> receiver.trace(trace).stream().filter(condition).toList(),
                        spans -> !spans.isEmpty())
                .getFirst();
    }

    private static Predicate<Span> named(String name) {
        return span -> span.getName().equals(name);
    }

    /** A round trip, by what one of its statements says. */
    private static Predicate<Span> says(String sql) {
        return span ->
                span.getAttributesList().stream()
                        .anyMatch(attribute -> attribute.getValue().getStringValue().contains(sql));
    }

    private static List<ByteString> links(Span span) {
        return span.getLinksList().stream().map(Span.Link::getSpanId).toList();
    }
}
