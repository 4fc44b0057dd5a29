package dev.remit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What everything ran on, without a name that would lead to it.
 *
 * @param processor model, or the architecture if the model is not told
 * @param cores that this process may use
 * @param memory in GiB
 */
record Machine(String processor, int cores, double memory, String system, String java) {

    private static final double BYTES_PER_GIB = 1L << 30;

    static Machine current() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / BYTES_PER_GIB,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name")
                        + " "
                        + System.getProperty("java.runtime.version"));
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException e) {
            String brand = output("sysctl", "-n", "machdep.cpu.brand_string");
            return brand.isEmpty() ? architecture() : brand;
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch");
    }

    /**
     * The commit that is measured; with a plus sign if more than the documents, which hold the
     * results of earlier runs, has been changed since.
     */
    static String commit() {
        String commit = output("git", "rev-parse", "--short=10", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        return output("git", "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs")
                        .isEmpty()
                ? commit
                : commit + "+";
    }

    /** What a program prints; nothing if it is not there, or fails. */
    static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] bytes = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? new String(bytes, StandardCharsets.UTF_8).strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB of memory, %s, %s",
                processor,
                cores,
                memory,
                system,
                java);
    }
}
