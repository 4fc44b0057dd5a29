package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    /** What bash does when somebody presses the tabulator key; compopt works in there only. */
    private static final String PRESS_TAB =
            """
            source "$1"
            shift
            compopt() { :; }
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            $(complete -p remit | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir Path folder;
    private Path script;

    @BeforeEach
    void writeScript() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        CommandRun run = CommandRun.of("completion", "bash");
        assertThat(run.status()).isZero();
        script = Files.write(folder.resolve("remit"), run.out());
    }

    @Test
    void isOneThatBashCanRead() throws Exception {
        assertThat(bash("-n", script.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acc, account",
        "account op, open",
        "account open --bal, --balance",
        "transfer --ref, --reference",
        "reverse --am, --amount",
        "follow --to, --to-end",
        "completion z, zsh"
    })
    void completes(String begun, String completed) throws Exception {
        List<String> words = List.of(("remit " + begun).split(" "));

        assertThat(bash(arguments(words))).contains(completed);
    }

    @Test
    void isTheSameForZsh() {
        assertThat(CommandRun.of("completion", "zsh"))
                .isEqualTo(CommandRun.of("completion", "bash"));
        assertThat(String.join("\n", CommandRun.of("completion", "zsh").out()))
                .contains("bashcompinit");
    }

    private String[] arguments(List<String> words) {
        return Stream.concat(Stream.of("-c", PRESS_TAB, "bash", script.toString()), words.stream())
                .toArray(String[]::new);
    }

    private static List<String> bash(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/bash"));
        command.addAll(List.of(arguments));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
