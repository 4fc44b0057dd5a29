package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.RemitApi;
import dev.remit.bank.JournalInvariants;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Everybody wants the same few accounts. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
@Order(RemitApi.LAST)
class HotAccountsTest {

    private static final int THREADS = 32;
    private static final int CALLS = 150;

    @TestHTTPResource URI service;
    OwnDatabase database;

    private final ConcurrentHashMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    @Test
    void nobodyIsFailedAndTheBooksStayInOrder() throws Exception {
        try (RemitClient client = new RemitClient(service)) {
            List<UUID> accounts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                accounts.add(client.open(500));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                for (int i = 0; i < THREADS; i++) {
                    Random random = new Random(i);
                    threads.execute(() -> call(client, accounts, random));
                }
            }
            long total = 0;
            for (UUID account : accounts) {
                total += client.balance(account);
            }
            assertThat(total).isEqualTo(4 * 500);
        }
        // Posted, or refused for want of money.
        assertThat(statuses.keySet()).contains(201).isSubsetOf(201, 422);
        assertThat(statuses.values().stream().mapToInt(AtomicInteger::get).sum())
                .isEqualTo(THREADS * CALLS);
        JournalInvariants.assertHold(database);
    }

    private void call(RemitClient client, List<UUID> accounts, Random random) {
        for (int i = 0; i < CALLS; i++) {
            int from = random.nextInt(4);
            int to = (from + 1 + random.nextInt(3)) % 4;
            Wish wish =
                    Wish.transfer(accounts.get(from), accounts.get(to), 1 + random.nextInt(200));
            try {
                statuses.computeIfAbsent(client.ask(wish).status(), status -> new AtomicInteger())
                        .incrementAndGet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
