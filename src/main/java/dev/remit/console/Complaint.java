package dev.remit.console;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.Problems.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A problem as a page shows it.
 *
 * @param title null if there is none
 * @param fields what is wrong with each of them
 */
public record Complaint(int status, String title, String detail, Map<String, String> fields) {

    /** That of a form that nobody has sent yet. */
    public static final Complaint NONE = new Complaint(200, null, null, Map.of());

    public static Complaint of(Problem problem) {
        return new Complaint(
                problem.status(),
                problem.title(),
                problem.detail(),
                errors(problem).stream()
                        .collect(
                                Collectors.toMap(
                                        FieldError::field,
                                        FieldError::message,
                                        (one, two) -> one)));
    }

    private static List<FieldError> errors(Problem problem) {
        return problem.members().get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .toList()
                : List.of();
    }

    /** Null if nothing is wrong with it. */
    public String of(String field) {
        return fields.get(field);
    }
}
