package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    @Test
    void canBeEndedEarly() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            try (LoadRun run = LoadRun.silent(options(service, Duration.ofDays(1)))) {
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
    void canBeCalledFromAProgram() throws Exception {
        try (FakeRemit service = new FakeRemit(Behaviour.CORRECT)) {
            try (LoadRun run = LoadRun.silent(options(service, Duration.ofMillis(100)))) {
                run.openAccounts();
                TrafficResult traffic = run.sendTransfers();

                assertThat(traffic.acknowledged()).isPositive();
                assertThat(traffic.unknown()).isZero();
                assertThat(run.checkBooks().balanced()).isTrue();
            }
        }
    }

    private static LoadOptions options(FakeRemit service, Duration duration) {
        return new LoadOptions(
                List.of(service.url()),
                12,
                3,
                Duration.ZERO,
                duration,
                0,
                0,
                1,
                Duration.ofSeconds(30));
    }
}
