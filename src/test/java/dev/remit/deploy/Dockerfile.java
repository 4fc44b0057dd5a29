package dev.remit.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The instructions of a file that an image is built from, as far as tests look at them.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/">the reference</a>
 */
record Dockerfile(List<Instruction> instructions) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /**
     * @param flags those that begin with two dashes, such as --from=build
     * @param rest what follows them
     */
    record Instruction(String name, List<String> flags, String rest) {

        List<String> words() {
            return List.of(rest.split("\\s+"));
        }

        /** What is run without a shell. */
        List<String> exec() {
            try {
                return List.of(new ObjectMapper().readValue(rest, String[].class));
            } catch (JsonProcessingException e) {
                throw new AssertionError("It is run by a shell: " + name + " " + rest, e);
            }
        }

        String flag(String flag) {
            return flags.stream()
                    .filter(each -> each.startsWith("--" + flag + "="))
                    .map(each -> each.substring(flag.length() + 3))
                    .findFirst()
                    .orElse(null);
        }
    }

    static Dockerfile read(Path file) {
        try {
            String text =
                    String.join(
                            "\n",
                            Files.readAllLines(file).stream()
                                    .filter(line -> !line.stripLeading().startsWith("#"))
                                    .toList());
            return new Dockerfile(
                    Arrays.stream(text.replaceAll("\\\\\n", " ").split("\n"))
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(Dockerfile::instruction)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instruction instruction(String line) {
        List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
        String name = words.removeFirst();
        List<String> flags = new ArrayList<>();
        while (!words.isEmpty() && words.getFirst().startsWith("--")) {
            flags.add(words.removeFirst());
        }
        return new Instruction(name, flags, String.join(" ", words));
    }

    List<Instruction> all(String name) {
        return instructions.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** Of the image that is kept. */
    Dockerfile lastStage() {
        Instruction from = all("FROM").getLast();
        return new Dockerfile(
                instructions.subList(instructions.lastIndexOf(from), instructions.size()));
    }

    Instruction last(String name) {
        return all(name).getLast();
    }

    /** What stages are made from, with the defaults of the arguments put in. */
    List<String> images() {
        Map<String, String> defaults = new TreeMap<>();
        for (Instruction argument : all("ARG")) {
            String[] parts = argument.rest().split("=", 2);
            defaults.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        List<String> stages = stages();
        return all("FROM").stream()
                .map(from -> from.words().getFirst())
                .filter(image -> !stages.contains(image))
                .map(
                        image ->
                                VARIABLE.matcher(image)
                                        .replaceAll(
                                                (MatchResult variable) ->
                                                        defaults.get(variable.group(1))))
                .toList();
    }

    List<String> stages() {
        return all("FROM").stream()
                .filter(from -> from.words().size() == 3)
                .map(from -> from.words().getLast())
                .toList();
    }
}
