package dev.remit.cli;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Says why the program could not start: in one sentence on standard error where the reason is
 * known, with a stack trace in the log where it is not. Quarkus by itself does the former only once
 * the configuration has been read.
 */
final class FailedStart {

    /** How the configuration says that a value is not what its setting can be. */
    private static final Pattern NOT_CONVERTED =
            Pattern.compile(
                    ".*The config property (\\S+) with the config value (\".*\") threw an Exception"
                            + " whilst being converted (.+)");

    private FailedStart() {}

    /**
     * Ends the process; in development, only the start, and the next change of a file starts again.
     */
    static void end(Integer status, Throwable failure) {
        if (failure != null) {
            knownReason(ExceptionUtil.getRootCause(failure))
                    .ifPresentOrElse(
                            System.err::println,
                            () ->
                                    Logger.getLogger(Remit.class)
                                            .error("Remit cannot go on", failure));
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
    }

    static Optional<String> knownReason(Throwable cause) {
        return switch (cause) {
            case ConfigurationException e -> Optional.of(e.getMessage());
            case ConfigValidationException e ->
                    Optional.of(
                            IntStream.range(0, e.getProblemCount())
                                    .mapToObj(i -> sentence(e.getProblem(i).getMessage()))
                                    .collect(Collectors.joining("\n")));
            case QuarkusBindException e ->
                    Optional.of(
                            "Port %d of %s cannot be used, probably because another process has it: end that one, or set another with QUARKUS_HTTP_PORT."
                                    .formatted(e.getPort(), e.getHost()));
            default -> Optional.empty();
        };
    }

    private static String sentence(String problem) {
        Matcher matcher = NOT_CONVERTED.matcher(problem);
        return matcher.matches()
                ? "%s cannot be %s: %s."
                        .formatted(matcher.group(1), matcher.group(2), matcher.group(3))
                : problem;
    }
}
