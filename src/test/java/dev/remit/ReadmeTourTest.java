package dev.remit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's tour is pasted into a shell as it stands, and shows what the README shows. */
@QuarkusTest
class ReadmeTourTest {

    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern CHOSEN_ID = Pattern.compile("(?m)^[A-Z]=(" + UUID_FORM + ")$");
    private static final String END = "end of block";

    /** What differs from run to run, and with what else is in the database. */
    private static final Map<String, String> VARIABLE = new LinkedHashMap<>();

    static {
        VARIABLE.put(
                "\"(createdAt|committedAt|expiresAt|at)\":\"" + RemitApi.TIME + "\"",
                "\"$1\":TIME");
        VARIABLE.put("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":HASH");
        VARIABLE.put("\"(sequence|count|total)\":\\d+", "\"$1\":NUMBER");
        VARIABLE.put(UUID_FORM, "ID");
    }

    @TestHTTPResource("/")
    URI service;

    /**
     * @param output as the README has it
     */
    private record Step(String commands, String output) {}

    @Test
    void canBePastedAsItStands() throws Exception {
        assumeTrue(isInstalled("bash") && isInstalled("curl"));
        String tour = forThisService(tour());
        List<Step> steps = steps(tour);

        List<String> outputs = run(steps);

        assertThat(steps).hasSizeGreaterThan(5);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(withoutVariables(outputs.get(i)))
                    .as(steps.get(i).commands())
                    .isEqualTo(withoutVariables(steps.get(i).output()));
        }
    }

    private static String tour() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("\n## A tour\n");
        return readme.substring(begin, readme.indexOf("\n## ", begin + 1));
    }

    /** At its port, and with ids that this database has not seen. */
    private String forThisService(String tour) {
        String adapted = tour.replace("localhost:8080", service.getAuthority());
        for (MatchResult chosen : CHOSEN_ID.matcher(tour).results().toList()) {
            adapted = adapted.replace(chosen.group(1), UUID.randomUUID().toString());
        }
        return adapted.replace("Idempotency-Key: rent", "Idempotency-Key: " + UUID.randomUUID());
    }

    private static List<Step> steps(String tour) {
        List<MatchResult> blocks = BLOCK.matcher(tour).results().toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i).group(1).equals("sh")) {
                assertThat(blocks.get(i + 1).group(1)).isIn("json", "http");
                steps.add(new Step(blocks.get(i).group(2), blocks.get(i + 1).group(2)));
            }
        }
        return steps;
    }

    private static List<String> run(List<Step> steps) throws Exception {
        StringBuilder script = new StringBuilder();
        steps.forEach(step -> script.append(step.commands()).append("echo '" + END + "'\n"));
        Process bash = new ProcessBuilder("bash").redirectErrorStream(true).start();
        try (var in = bash.outputWriter()) {
            in.write(script.toString());
        }
        String output = new String(bash.getInputStream().readAllBytes()).replace("\r", "");
        assertThat(bash.waitFor()).as(output).isZero();
        return List.of(output.split(END + "\n", -1));
    }

    private static String withoutVariables(String output) {
        String text = output.strip();
        for (var variable : VARIABLE.entrySet()) {
            text = text.replaceAll(variable.getKey(), variable.getValue());
        }
        return text;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
