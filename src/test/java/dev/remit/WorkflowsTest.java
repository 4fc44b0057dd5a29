package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a workflow runs is what it says that it runs. */
class WorkflowsTest {

    private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: (.*)$");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^\\s*(?:- )?run: ([^|\\s]+)");

    @Test
    void everyActionIsPinnedByItsCommitAndSaysWhichVersionThatIs() throws IOException {
        assertThat(found(USES))
                .isNotEmpty()
                .allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40} # v[0-9.]+"));
    }

    @Test
    void everyScriptIsThere() throws IOException {
        assertThat(found(SCRIPT))
                .contains(".ci/run", ".ci/reproducible", "./mvnw")
                .filteredOn(program -> !program.startsWith("target/"))
                .allMatch(program -> Files.isExecutable(Path.of(program)));
    }

    @Test
    void noneMayWriteToTheRepository() throws IOException {
        assertThat(workflows())
                .allMatch(text -> text.contains("\npermissions:\n  contents: read\n"))
                .noneMatch(text -> text.contains(": write"));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return workflows().stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<String> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.map(WorkflowsTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
