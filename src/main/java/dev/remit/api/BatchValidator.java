package dev.remit.api;

import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.api.problem.Problems.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the items of a batch one after the other, and stops at as many errors as are answered. A
 * cascade over all of them would collect every error first: of 10,000 items, some 100,000.
 */
@ApplicationScoped
public class BatchValidator {

    private final Validator validator;

    BatchValidator(Validator validator) {
        this.validator = validator;
    }

    /**
     * Throws {@link ProblemException} if an item breaks a rule.
     *
     * @param field of the request that holds the items
     */
    public void check(String field, List<?> items) {
        check(field, items, Default.class);
    }

    /**
     * The same.
     *
     * @param rules the group of those that are to be looked at
     */
    public void check(String field, List<?> items, Class<?> rules) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < items.size() && errors.size() < Problems.MAX_ERRORS; i++) {
            errors.addAll(errors(field + '[' + i + ']', items.get(i), rules));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalid(errors));
        }
    }

    /**
     * Throws {@link ProblemException} if it breaks a rule.
     *
     * @param item that came in no batch; null if nothing came
     */
    public void check(Object item, Class<?> rules) {
        if (item == null) {
            throw new ProblemException(Problems.noObject());
        }
        List<FieldError> errors = broken("", item, rules);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalid(errors));
        }
    }

    private List<FieldError> errors(String place, Object item, Class<?> rules) {
        return item == null
                ? List.of(new FieldError(place, "must not be null"))
                : broken(place + '.', item, rules);
    }

    private List<FieldError> broken(String prefix, Object item, Class<?> rules) {
        return validator.validate(item, rules).stream()
                .map(
                        broken ->
                                new FieldError(
                                        prefix + broken.getPropertyPath(), broken.getMessage()))
                .sorted()
                .toList();
    }
}
