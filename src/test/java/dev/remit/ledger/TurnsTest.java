package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.bank.OwnDatabase;
import dev.remit.bank.ThroughProxy;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who posts when there are several: two of them here, each with its own idea of the company. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class TurnsTest {

    @Inject AgroalDataSource connections;
    OwnDatabase database;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

    @Test
    void whoIsAloneTakesATurnNowAndThenAndStaysFree() {
        Turns alone = turns(connections);

        for (int round = 0; round < 3; round++) {
            takeFree(alone, Turns.PROBE - 1);
            try (Turn probe = alone.take()) {
                assertThat(probe).isNotSameAs(Turn.FREE);
            }
            assertThat(alone.isInCompany()).isFalse();
        }
    }

    @Test
    void whoRestsIsFree() {
        Turns resting = turns(connections);

        for (int batch = 0; batch < 3 * Turns.PROBE; batch++) {
            resting.rest();
            takeFree(resting, 1);
        }
    }

    @Test
    void whoMeetsAnotherTakesTurnsUntilThatIsForgotten() {
        Turns turns = turns(connections);
        turns.metAnother();

        takeOwn(turns, 3);
        nanoTime.addAndGet(Duration.ofMillis(9_999).toNanos());
        takeOwn(turns, 3);
        nanoTime.addAndGet(Duration.ofMillis(1).toNanos());
        takeFree(turns, 3);
    }

    @Test
    void turnsTakeTurnsAndWhoHadToWaitKnowsThatItHasCompany() {
        Turns one = turns(connections);
        Turns other = turns(connections);
        one.metAnother();
        takeFree(other, Turns.PROBE - 1);
        List<String> events = Collections.synchronizedList(new ArrayList<>());

        Turn first = one.take();
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(
                        () -> {
                            try (Turn second = other.take()) {
                                assertThat(second).isNotSameAs(Turn.FREE);
                                events.add("second");
                            }
                        });
        await().until(other::isInCompany);
        events.add("first ends");
        first.close();
        waiting.join();

        assertThat(events).containsExactly("first ends", "second");
        takeOwn(other, 3);
    }

    /**
     * The turn is held by somebody who will never give it back, or the database does not answer.
     */
    @Test
    void whoGetsNoTurnPostsWithoutForAWhile() throws Exception {
        try (AgroalDataSource scarce = onlyOneConnection()) {
            Turns turns = turns(scarce);
            turns.metAnother();
            try (Connection taken = scarce.getConnection()) {
                assertThat(taken.isValid(0)).isTrue();
                takeFree(turns, 1);
            }

            turns.metAnother();
            takeFree(turns, 3);
            nanoTime.addAndGet(Duration.ofSeconds(30).toNanos());
            turns.metAnother();
            takeOwn(turns, 3);
        }
    }

    private Turns turns(AgroalDataSource source) {
        return new Turns(source, new SimpleMeterRegistry(), nanoTime::get);
    }

    private static void takeFree(Turns turns, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(turns.take()).isSameAs(Turn.FREE);
        }
    }

    private static void takeOwn(Turns turns, int times) {
        for (int i = 0; i < times; i++) {
            try (Turn turn = turns.take()) {
                assertThat(turn).isNotSameAs(Turn.FREE);
            }
        }
    }

    private AgroalDataSource onlyOneConnection() throws Exception {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(1)
                                                .acquisitionTimeout(Duration.ofMillis(100))
                                                .connectionFactoryConfiguration(
                                                        factory ->
                                                                factory.jdbcUrl(database.url())
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        database
                                                                                                .user())))));
    }
}
