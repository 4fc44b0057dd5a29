package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.EventSource;
import dev.remit.Packaged;
import dev.remit.api.RawHttp;
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

    /** Of a caller who would keep the connection. */
    private static final byte[] ACCOUNTS =
            "GET /accounts HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A service with a proxy in front of its database. */
    private record OnProxy(FaultProxy proxy, RemitProcess service, RemitClient client)
            implements AutoCloseable {

        static OnProxy start(String name, String drainTimeout) throws IOException {
            OwnDatabase database = OwnDatabase.create(name);
            FaultProxy proxy = FaultProxy.between(database.host(), database.port());
            RemitProcess service =
                    RemitProcess.start(
                            database.at(proxy.port()),
                            Packaged.freePort(),
                            Map.of("REMIT_QUEUE_DRAIN_TIMEOUT", drainTimeout));
            return new OnProxy(proxy, service, new RemitClient(service.service()));
        }

        /** Somebody waits for a commit that the database does not answer. */
        CompletableFuture<Reply> holdUp() throws IOException {
            service.awaitReady();
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            proxy.inject(Rule.once(SLOW).times(1000));
            CompletableFuture<Reply> underWay = client.askMeanwhile(Wish.transfer(payer, payee, 1));
            await().until(() -> proxy.injected(SLOW) > 0);
            return underWay;
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
        try (OnProxy remit = OnProxy.start("end_without_database", "4s")) {
            CompletableFuture<Reply> underWay = remit.holdUp();

            remit.service().signal("TERM");

            // Within the time for an orderly end and a second: not two or three of them.
            assertThat(remit.service().awaitEnd(5, TimeUnit.SECONDS)).isTrue();
            assertThat(underWay.join().slug()).isEqualTo("outcome-unknown");
        }
    }

    @Test
    void whoComesTooLateIsToldSo() throws Exception {
        try (OnProxy remit = OnProxy.start("end_with_latecomers", "5m")) {
            RemitClient client = remit.client();
            CompletableFuture<Reply> underWay = remit.holdUp();

            remit.service().signal("TERM");

            // For a load balancer; everybody else may still ask, too.
            await().until(() -> client.get("/q/health/ready").status() == 503);
            await().until(() -> client.get("/accounts").slug().equals("shutting-down"));
            // Told to connect once more, which is to where somebody listens.
            RawHttp.Answer refused = new RawHttp(remit.service().service()).send(ACCOUNTS);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsEntry("Connection", "close");
            assertThat(refused.body()).contains("shutting-down");
            assertThat(underWay).isNotDone();
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
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                                .formatted(path)
                                .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
    }

    /** A page shows the last 200 of a thousand, and needs six bytes for a quotation mark. */
    private static String thousandDeposits(UUID payee) {
        Map<String, Object> deposit =
                Map.of("to", payee, "amount", 1, "reference", "\"".repeat(255));
        return Json.write(Map.of("transfers", Collections.nCopies(1000, deposit)));
    }
}
