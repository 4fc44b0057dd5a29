package dev.remit.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How wide the window is in which somebody reads what is printed. */
final class Terminal {

    private static final int USUAL_WIDTH = 80;
    private static final String NUMBER = "[1-9][0-9]{0,4}";

    private Terminal() {}

    /** Whether there is somebody. */
    static boolean isThere() {
        // From JDK 22 to 24 only this implementation says with null that there is no terminal.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    /**
     * @param columns what the environment says; null if it says nothing
     * @return empty if there is no terminal
     */
    static OptionalInt width(String columns) {
        if (!isThere()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                columns != null && columns.matches(NUMBER) ? Integer.parseInt(columns) : asked());
    }

    /** Shells know, and rarely export it; the JDK does not. */
    private static int asked() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String size =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(1, TimeUnit.SECONDS);
            String width = size.strip().replaceAll("^[0-9]+ ", "");
            return width.matches(NUMBER) ? Integer.parseInt(width) : USUAL_WIDTH;
        } catch (IOException e) {
            // There is no such program, as in small images.
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
