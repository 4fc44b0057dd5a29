package dev.remit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much physical memory a process occupies. */
final class ResidentMemory {

    private static final Pattern LINUX = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d+)\\s*");
    private static final double KIB_PER_MIB = 1024;

    private ResidentMemory() {}

    /** In MiB; NaN if it cannot be known, as on Windows. */
    static double of(ProcessHandle process) {
        OptionalLong kibibytes = linux(process.pid());
        return (kibibytes.isPresent() ? kibibytes : unix(process.pid()))
                .stream().mapToDouble(value -> value / KIB_PER_MIB).findFirst().orElse(Double.NaN);
    }

    private static OptionalLong linux(long pid) {
        try {
            return find(LINUX, Files.readString(Path.of("/proc", "" + pid, "status")));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong unix(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + pid).start();
            return find(
                    NUMBER,
                    new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }
}
