package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.EventSource;
import dev.remit.Packaged;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The service is told to end (SIGTERM) while not all can be answered. */
class EndIT {

    /** Of events: more than the two ends of a connection hold by themselves. */
    private static final int MEGABYTES = 10;

    private static final Fault SLOW = Fault.named("commit-delay-60000ms");

    /** A service whose database does not answer the commit that somebody waits for. */
    private static final class HeldUp implements AutoCloseable {

        private final FaultProxy proxy;
        private final int port = Packaged.freePort();
        private final RemitProcess service;
        private final RemitClient client = new RemitClient(RemitProcess.service(port));
        private final CompletableFuture<Reply> underWay;

        HeldUp(String name, String drainTimeout) throws IOException {
            OwnDatabase database = OwnDatabase.create(name);
            proxy = FaultProxy.between(database.host(), database.port());
            Map<String, String> settings = Map.of("REMIT_QUEUE_DRAIN_TIMEOUT", drainTimeout);
            service = RemitProcess.start(database.at(proxy.port()), port, settings).awaitReady();
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            proxy.inject(Rule.once(SLOW).times(1000));
            underWay = client.askMeanwhile(Wish.transfer(payer, payee, 1));
            await().until(() -> proxy.injected(SLOW) > 0);
        }

        @Override
        public void close() {
            client.close();
            service.close();
            proxy.close();
        }
    }

    @Test
    void whoWaitsIsAnsweredAndTheProcessEndsInTime() throws Exception {
        try (HeldUp heldUp = new HeldUp("end_without_database", "4s")) {
            heldUp.service.signal("TERM");

            // Within the time for an orderly end and a second: not two or three of them.
            assertThat(heldUp.service.awaitEnd(5, TimeUnit.SECONDS)).isTrue();
            assertThat(heldUp.underWay.join().slug()).isEqualTo("outcome-unknown");
        }
    }

    @Test
    void whoComesTooLateIsToldSo() throws Exception {
        try (HeldUp heldUp = new HeldUp("end_with_latecomers", "5m")) {
            RemitClient client = heldUp.client;
            heldUp.service.signal("TERM");

            // For a load balancer; everybody else may still ask, too.
            await().until(() -> client.get("/q/health/ready").status() == 503);
            await().until(() -> client.get("/accounts").slug().equals("shutting-down"));
            // Told to connect once more, which is to where somebody listens.
            assertThat(untilClosed(heldUp.port, "/accounts"))
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("\r\nConnection: close\r\n")
                    .contains("shutting-down");
            assertThat(heldUp.underWay).isNotDone();
        }
    }

    @Test
    void whoFollowsIsToldAndHoldsUpNobody() throws Exception {
        OwnDatabase database = OwnDatabase.create("end_of_streams");
        int port = Packaged.freePort();
        Map<String, String> patient = Map.of("REMIT_QUEUE_DRAIN_TIMEOUT", "5m");
        try (RemitProcess service = RemitProcess.start(database, port, patient).awaitReady();
                RemitClient client = new RemitClient(service.service());
                Socket idle = new Socket()) {
            UUID payee = client.open(0);
            for (int i = 0; i < MEGABYTES; i++) {
                assertThat(client.post("/transfers/batch", thousandDeposits(payee)).status())
                        .isEqualTo(201);
            }
            ask(idle, port, "/events");
            try (EventSource stream = EventSource.open(service.service(), "/events?after=now");
                    EventSource page = EventSource.open(service.service(), "/console/live")) {
                service.signal("TERM");

                assertThat(stream.rest()).isEmpty();
                assertThat(stream.comments()).last().isEqualTo("the service ends");
                assertThat(page.rest()).allMatch(part -> part.type().equals("figures"));
            }
            // Long before the time for an orderly end is over, which it would wait for an answer.
            assertThat(service.awaitEnd(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Who looks at a page of the console, and whose browser has stopped to read. */
    @Test
    void whoLooksOnAndReadsNothingHoldsUpNobody() throws Exception {
        OwnDatabase database = OwnDatabase.create("end_of_pages");
        int port = Packaged.freePort();
        Map<String, String> patient =
                Map.of("REMIT_QUEUE_DRAIN_TIMEOUT", "5m", "REMIT_FEED_PATIENCE", "5m");
        try (RemitProcess service = RemitProcess.start(database, port, patient).awaitReady();
                RemitClient client = new RemitClient(service.service());
                Socket idle = new Socket()) {
            UUID payee = client.open(0);
            ask(idle, port, "/console/feed/live?after=0.0");
            for (int i = 0; i < 2 * MEGABYTES; i++) {
                assertThat(client.post("/transfers/batch", thousandDeposits(payee)).status())
                        .isEqualTo(201);
            }
            service.signal("TERM");

            // It does not wait for the browser to ask again, which it would do after a minute.
            assertThat(service.awaitEnd(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void ask(Socket socket, int port, String path) throws IOException {
        socket.setReceiveBufferSize(4096);
        send(socket, port, path, "text/event-stream");
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }

    /** All that the service says on one connection. */
    private static String untilClosed(int port, String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(60_000);
            send(socket, port, path, "application/json");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(Socket socket, int port, String path, String accept)
            throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                                .formatted(path, accept)
                                .getBytes(StandardCharsets.US_ASCII));
    }

    /** A page shows the last 200 of a thousand, and needs six bytes for a quotation mark. */
    private static String thousandDeposits(UUID payee) {
        Map<String, Object> deposit =
                Map.of("to", payee, "amount", 1, "reference", "\"".repeat(255));
        return Json.write(Map.of("transfers", Collections.nCopies(1000, deposit)));
    }
}
