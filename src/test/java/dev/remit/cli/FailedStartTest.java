package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remit.api.event.FeedSettings;
import dev.remit.api.export.ExportSettings;
import dev.remit.audit.AuditSettings;
import dev.remit.commit.QueueSettings;
import dev.remit.commit.RetrySettings;
import dev.remit.database.StartupFailure;
import dev.remit.webhook.WebhookSettings;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.BindException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedStartTest {

    @Test
    void aReasonOfOursIsTheWholeMessage() {
        assertThat(FailedStart.knownReason(new StartupFailure("Set DATABASE_URL.")))
                .contains("Set DATABASE_URL.");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThat(
                        FailedStart.knownReason(
                                new QuarkusBindException("localhost", 8080, new BindException())))
                .hasValueSatisfying(
                        sentence ->
                                assertThat(sentence)
                                        .startsWith("Port 8080 of localhost cannot be used"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    remit.queue.capacity | 0 | it has to be a whole number, 1 to 2147483647
                    remit.queue.capacity | many | it has to be a whole number, 1 to 2147483647
                    remit.queue.batch-limit | 0 | it has to be a whole number, 1 to 10000
                    remit.queue.batch-limit | 10001 | it has to be a whole number, 1 to 10000
                    remit.retry.max-retries | -1 | it has to be a whole number, 0 to 2147483647
                    remit.retry.max-duration-millis | 499 | it has to be a whole number, 500 to 2147483647
                    remit.retry.max-duration-millis | 3000000000 | it has to be a whole number, 500 to 2147483647
                    remit.feed.limit | -1 | it has to be a whole number, 0 to 2147483647
                    remit.export.limit | -1 | it has to be a whole number, 0 to 2147483647
                    remit.statement.limit | -1 | it has to be a whole number, 0 to 2147483647
                    remit.webhooks.limit | 1001 | it has to be a whole number, 0 to 1000
                    remit.webhooks.rate | 0 | it has to be a whole number, 1 to 2147483647
                    remit.webhooks.timeout | 0s | it has to be 1 ms or longer
                    remit.webhooks.connect-timeout | 0s | it has to be 1 ms or longer
                    remit.webhooks.first-pause | 0s | it has to be 1 ms or longer
                    remit.webhooks.longest-pause | 0s | it has to be 1 ms or longer
                    remit.webhooks.lease | 99ms | it has to be 100 ms or longer
                    remit.audit.interval | 999ms | it has to be 1000 ms or longer
                    """)
    void aSettingThatIsOutOfItsRangeIsNamed(String setting, String value, String reason) {
        assertThatThrownBy(() -> settings(setting, value))
                .satisfies(
                        thrown ->
                                assertThat(FailedStart.knownReason(thrown))
                                        .contains(
                                                "%s cannot be \"%s\": %s."
                                                        .formatted(setting, value, reason)));
    }

    @ParameterizedTest
    @CsvSource({
        "remit.queue.capacity, 1",
        "remit.queue.batch-limit, 10000",
        "remit.retry.max-retries, 0",
        "remit.retry.max-duration-millis, 500",
        "remit.webhooks.limit, 1000",
        "remit.webhooks.lease, 100ms",
        "remit.webhooks.timeout, 1ms",
        "remit.audit.interval, 1s",
        "remit.audit.interval, ''"
    })
    void whatIsInItsRangeIsTaken(String setting, String value) {
        assertThatCode(() -> settings(setting, value)).doesNotThrowAnyException();
    }

    private static void settings(String setting, String value) throws ClassNotFoundException {
        new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValue(setting, value)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(QueueSettings.class)
                .withMapping(RetrySettings.class)
                .withMapping(FeedSettings.class)
                .withMapping(ExportSettings.class)
                .withMapping(Class.forName("dev.remit.api.statement.StatementSettings"))
                .withMapping(WebhookSettings.class)
                .withMapping(AuditSettings.class)
                .build();
    }

    @Test
    void anythingElseIsNotExplainedAway() {
        assertThat(FailedStart.knownReason(new IllegalStateException("set"))).isEmpty();
    }
}
