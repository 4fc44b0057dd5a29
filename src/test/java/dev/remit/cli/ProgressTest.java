package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final CompletableFuture<String> future = new CompletableFuture<>();

    @Test
    void writesOneLineAgainOnATerminalAndLeavesNothing() throws Exception {
        assertThat(new Progress(out, true).follow(future, this::showHalf)).isEqualTo("done");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[Khalf of it\r\u001b[K");
    }

    @Test
    void writesLinesToAFile() throws Exception {
        assertThat(new Progress(out, false).follow(future, this::showHalf)).isEqualTo("done");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("half of it\n");
    }

    @Test
    void passesOnWhyThereIsNoResult() {
        IllegalStateException gone = new IllegalStateException("gone");
        future.completeExceptionally(gone);

        assertThatThrownBy(() -> new Progress(out, false).follow(future, this::showHalf))
                .isInstanceOf(ExecutionException.class)
                .hasCause(gone);
    }

    private String showHalf() {
        future.complete("done");
        return "half of it";
    }
}
