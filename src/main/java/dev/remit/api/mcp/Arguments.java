package dev.remit.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.api.PageQuery;
import dev.remit.api.TimeQuery;
import dev.remit.api.Uuids;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.api.problem.Problems.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a tool is called with, each of the right type. What is missing is null.
 *
 * @see Parameter
 */
final class Arguments {

    private final JsonNode values;
    private final Map<String, Parameter> parameters;

    private Arguments(JsonNode values, Map<String, Parameter> parameters) {
        this.values = values;
        this.parameters = parameters;
    }

    /** Fails with a problem that names all that is wrong with them. */
    static Arguments of(JsonNode values, List<Parameter> parameters) {
        Map<String, Parameter> known =
                parameters.stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.isRequired() && !values.hasNonNull(parameter.name())) {
                errors.add(new FieldError(parameter.name(), "must be given"));
            }
        }
        values.properties()
                .forEach(
                        value -> {
                            Parameter parameter = known.get(value.getKey());
                            if (parameter == null) {
                                String name = Problems.echo(value.getKey());
                                errors.add(new FieldError(name, "is not an argument of this tool"));
                            } else if (!isRight(value.getValue(), parameter.schema())) {
                                errors.add(new FieldError(parameter.name(), rule(parameter)));
                            }
                        });
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalid(errors));
        }
        return new Arguments(values, known);
    }

    private static boolean isRight(JsonNode value, Map<String, Object> schema) {
        boolean isOfType =
                schema.get("type").equals("integer") ? value.isIntegralNumber() : value.isTextual();
        return value.isNull()
                || isOfType
                        && (!(schema.get("enum") instanceof List<?> choices)
                                || choices.contains(value.textValue()));
    }

    private static String rule(Parameter parameter) {
        Map<String, Object> schema = parameter.schema();
        return schema.get("enum") instanceof List<?> choices
                ? "must be one of " + choices
                : schema.get("type").equals("integer")
                        ? "must be a whole number"
                        : "must be a text";
    }

    String text(String name) {
        return values.path(name).textValue();
    }

    UUID id(String name) {
        return Uuids.query(name, text(name));
    }

    Instant time(String name) {
        return TimeQuery.of(name, text(name));
    }

    /** In its range; the default if it is missing. */
    long number(String name, long byDefault) {
        String text = values.hasNonNull(name) ? values.get(name).asText() : null;
        Map<String, Object> schema = parameters.get(name).schema();
        return PageQuery.number(
                name, text, byDefault, (long) schema.get("minimum"), (long) schema.get("maximum"));
    }
}
