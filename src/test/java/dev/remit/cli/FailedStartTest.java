package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.database.StartupFailure;
import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

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

    @Test
    void anythingElseIsNotExplainedAway() {
        assertThat(FailedStart.knownReason(new IllegalStateException("set"))).isEmpty();
    }
}
