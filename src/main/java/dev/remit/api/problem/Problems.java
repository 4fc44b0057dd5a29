package dev.remit.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.remit.api.json.TooManyItemsException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Problems that have nothing to do with the books. */
public final class Problems {

    /** Of more than that, nobody reads the rest. */
    public static final int MAX_ERRORS = 20;

    private static final int MAX_ECHO = 200;

    /** One broken rule. */
    @RegisterForReflection
    public record FieldError(String field, String message) implements Comparable<FieldError> {

        @Override
        public int compareTo(FieldError other) {
            return Comparator.comparing(FieldError::field)
                    .thenComparing(FieldError::message)
                    .compare(this, other);
        }
    }

    private Problems() {}

    /** Tells the first {@link #MAX_ERRORS} of the errors. */
    public static Problem invalid(List<FieldError> errors) {
        List<FieldError> first = errors.stream().limit(MAX_ERRORS).toList();
        String detail =
                first.stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; ", "", "."));
        return Problem.of(ProblemType.INVALID_REQUEST, detail).with("errors", first);
    }

    public static ProblemException invalid(String field, String message) {
        return new ProblemException(invalid(List.of(new FieldError(field, message))));
    }

    /** Says what is wrong in the words of JSON: Jackson's own would name classes. */
    public static Problem unreadable(JsonProcessingException thrown) {
        String where = field(thrown);
        if (thrown.getCause() instanceof InputCoercionException) {
            // A whole number that is beyond a Java long breaks the same rule as 2^53.
            return invalid(List.of(new FieldError(where, "is out of range")));
        }
        if (thrown instanceof TooManyItemsException) {
            return invalid(List.of(new FieldError(where, thrown.getOriginalMessage())));
        }
        String what =
                switch (thrown) {
                    case UnrecognizedPropertyException unknown -> "is not a field of this request";
                    case InvalidFormatException wrong -> "has a value of the wrong form";
                    case MismatchedInputException wrong -> "has a value of the wrong type";
                    // Not JSON at all, wherever that was noticed.
                    default -> null;
                };
        if (what == null || where.isEmpty()) {
            var location = thrown.getLocation();
            String at =
                    location == null || location.getLineNr() < 1
                            ? ""
                            : " (line %d, column %d)"
                                    .formatted(location.getLineNr(), location.getColumnNr());
            return malformed("The body is not a JSON object of the expected form" + at + ".");
        }
        return malformed("The field %s %s.".formatted(where, what));
    }

    /** What a caller sent, as an answer repeats it: no longer than it takes to recognise it. */
    public static String echo(String sent) {
        return sent.length() <= MAX_ECHO ? sent : sent.substring(0, MAX_ECHO) + "…";
    }

    /** Of a body that is missing, or is not what bodies are. */
    public static Problem noObject() {
        return malformed("The body has to be a JSON object.");
    }

    static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_REQUEST, detail);
    }

    public static Problem malformedUrl() {
        return malformed(
                "The URL contains a character that has to be escaped, or a broken escape: a '%' is written as %25.");
    }

    /**
     * @param account as the caller names it
     */
    public static Problem accountNotFound(Object account) {
        return notFound(ProblemType.ACCOUNT_NOT_FOUND, "account", account);
    }

    /**
     * @param transfer as the caller names it
     */
    public static Problem transferNotFound(Object transfer) {
        return notFound(ProblemType.TRANSFER_NOT_FOUND, "transfer", transfer);
    }

    /**
     * @param monitor as the caller names it
     */
    public static Problem monitorNotFound(Object monitor) {
        return notFound(ProblemType.MONITOR_NOT_FOUND, "monitor", monitor);
    }

    /**
     * @param webhook as the caller names it
     */
    public static Problem webhookNotFound(Object webhook) {
        return notFound(ProblemType.WEBHOOK_NOT_FOUND, "webhook", webhook);
    }

    private static Problem notFound(ProblemType type, String what, Object named) {
        String echo = echo(named.toString());
        return Problem.of(type, "There is no %s %s.".formatted(what, echo)).with(what, echo);
    }

    public static Problem contention() {
        return Problem.of(
                ProblemType.CONTENTION,
                "Other transactions kept getting in the way, so nothing was changed; try again.");
    }

    public static Problem databaseUnavailable() {
        return Problem.of(
                ProblemType.DATABASE_UNAVAILABLE,
                "The database does not answer, so nothing was changed; try again.");
    }

    public static Problem shuttingDown() {
        return Problem.of(
                ProblemType.SHUTTING_DOWN,
                "The service is shutting down, so nothing was changed; try again.");
    }

    /** What the framework means by a status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> malformed("The request could not be read.");
            case 404 ->
                    Problem.of(ProblemType.NOT_FOUND, "No resource of this service has this path.");
            case 405 ->
                    Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED, "This path does not take this method.");
            case 406 ->
                    Problem.of(
                            ProblemType.NOT_ACCEPTABLE,
                            "The Accept header has to allow application/json, or what else this path answers with.");
            case 413 ->
                    Problem.of(
                            ProblemType.PAYLOAD_TOO_LARGE,
                            "The body is larger than this path takes.");
            case 415 ->
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body has to be application/json, and not compressed.");
            default ->
                    status >= 400 && status < 500
                            ? malformed("The request could not be read.").withStatus(status)
                            : Problem.internalError();
        };
    }

    private static String field(JsonProcessingException thrown) {
        if (!(thrown instanceof JsonMappingException mapping)) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return echo(path.toString());
    }
}
