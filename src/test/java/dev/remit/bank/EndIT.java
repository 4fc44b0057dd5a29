package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.EventSource;
import dev.remit.Packaged;
import dev.remit.faults.Fault;
import dev.remit.faults.FaultProxy;
import dev.remit.faults.Rule;
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

    @Test
    void whoWaitsIsAnsweredAndTheProcessEndsInTime() throws Exception {
        OwnDatabase database = OwnDatabase.create("end_without_database");
        int port = Packaged.freePort();
        try (FaultProxy proxy = FaultProxy.between(database.host(), database.port());
                RemitProcess service =
                        RemitProcess.start(
                                        database.at(proxy.port()),
                                        port,
                                        Map.of("REMIT_QUEUE_DRAIN_TIMEOUT", "4s"))
                                .awaitReady();
                RemitClient client = new RemitClient(RemitProcess.service(port))) {
            UUID payer = client.open(1000);
            UUID payee = client.open(0);
            proxy.inject(Rule.once(SLOW).times(1000));
            CompletableFuture<Reply> underWay = client.askMeanwhile(Wish.transfer(payer, payee, 1));
            await().until(() -> proxy.injected(SLOW) > 0);

            service.signal("TERM");

            // Within the time for an orderly end: not twice that or more.
            assertThat(service.awaitEnd(7, TimeUnit.SECONDS)).isTrue();
            assertThat(underWay.join().slug()).isEqualTo("outcome-unknown");
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
            idle.setReceiveBufferSize(4096);
            idle.connect(new InetSocketAddress("127.0.0.1", port));
            idle.getOutputStream()
                    .write(
                            "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
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

    private static String thousandDeposits(UUID payee) {
        Map<String, Object> deposit =
                Map.of("to", payee, "amount", 1, "reference", "x".repeat(255));
        return Json.write(Map.of("transfers", Collections.nCopies(1000, deposit)));
    }
}
