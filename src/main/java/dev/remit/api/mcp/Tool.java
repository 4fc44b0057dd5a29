package dev.remit.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.api.access.Scope;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that an assistant may ask.
 *
 * @param about for the model that has to choose
 * @param scope what a token has to allow
 */
record Tool(
        String name,
        String title,
        String about,
        Scope scope,
        List<Parameter> parameters,
        Function<Question, Object> answer) {

    /**
     * @param may whether the token allows it
     */
    record Question(Arguments arguments, Predicate<Scope> may) {}

    Object call(JsonNode arguments, Predicate<Scope> may) {
        if (!may.test(scope)) {
            throw new ProblemException(
                    Problem.of(
                                    ProblemType.FORBIDDEN,
                                    "The token does not have the scope %s, which this tool needs."
                                            .formatted(scope.text()))
                            .with("scope", scope.text()));
        }
        return answer.apply(new Question(Arguments.of(arguments, parameters), may));
    }

    /** As {@code tools/list} tells it. */
    Description description() {
        return new Description(
                name, title, about, InputSchema.of(parameters), Hints.NOTHING_CHANGES);
    }

    @RegisterForReflection
    record Description(
            String name,
            String title,
            String description,
            InputSchema inputSchema,
            Hints annotations) {}

    @RegisterForReflection
    record InputSchema(
            String type,
            Map<String, Object> properties,
            List<String> required,
            boolean additionalProperties) {

        static InputSchema of(List<Parameter> parameters) {
            Map<String, Object> properties = new LinkedHashMap<>();
            parameters.forEach(it -> properties.put(it.name(), it.schema()));
            return new InputSchema(
                    "object",
                    properties,
                    parameters.stream().filter(Parameter::isRequired).map(Parameter::name).toList(),
                    false);
        }
    }

    @RegisterForReflection
    record Hints(boolean readOnlyHint, boolean openWorldHint) {

        static final Hints NOTHING_CHANGES = new Hints(true, false);
    }
}
