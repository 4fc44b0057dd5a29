package dev.remit.console;

import dev.remit.api.problem.Problem;
import dev.remit.api.problem.Problems.FieldError;
import dev.remit.ledger.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A problem as a page shows it.
 *
 * @param title null if there is none
 * @param fields what is wrong with each of them
 * @param amounts what the sentence says in minor units, by the names of the problem's members
 */
public record Complaint(
        int status,
        String title,
        String detail,
        Map<String, String> fields,
        Map<String, Amount> amounts) {

    /** The members of problems that are money, in minor units. */
    private static final List<String> MONEY = List.of("amount", "balance", "available");

    /** That of a form that nobody has sent yet. */
    public static final Complaint NONE = new Complaint(200, null, null, Map.of(), Map.of());

    public static Complaint of(Problem problem) {
        return of(problem, Map.of());
    }

    /**
     * @param currency of the money that it is about
     */
    public static Complaint of(Problem problem, Currency currency) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (String member : MONEY) {
            if (problem.members().get(member) instanceof Number minor) {
                amounts.put(member, Amount.of(minor.longValue(), currency));
            }
        }
        return of(problem, amounts);
    }

    private static Complaint of(Problem problem, Map<String, Amount> amounts) {
        return new Complaint(
                problem.status(),
                problem.title(),
                problem.detail(),
                errors(problem).stream()
                        .collect(
                                Collectors.toMap(
                                        FieldError::field, FieldError::message, (one, two) -> one)),
                amounts);
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
