package dev.remit.api.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Says of what is answered which members are always there: all of a record's but those that are
 * left out where they are null. Generated clients need to know it to tell one answer from another.
 * What callers send says so by its rules.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnsweredMembers implements OASFilter {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);

    private final IndexView classes;

    public AnsweredMembers(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = sent(document, schemas);
        for (AnnotationInstance described : classes.getAnnotations(SCHEMA)) {
            AnnotationValue name = described.value("name");
            if (described.target().kind() == AnnotationTarget.Kind.CLASS
                    && name != null
                    && described.target().asClass().isRecord()
                    && schemas.containsKey(name.asString())
                    && !sent.contains(name.asString())) {
                demand(schemas.get(name.asString()), described.target().asClass());
            }
        }
    }

    private static void demand(Schema schema, ClassInfo record) {
        schema.setRequired(
                schema.getProperties().keySet().stream()
                        .filter(member -> isAlwaysThere(record.field(member)))
                        .toList());
    }

    private static boolean isAlwaysThere(FieldInfo member) {
        return member != null && !member.hasAnnotation(JSON_INCLUDE);
    }

    /** The names of those that are, or are in, what callers send. */
    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        Set<String> names = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> collect(type.getSchema(), schemas, names));
        return names;
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema.getRef() == null) {
            parts(schema).forEach(part -> collect(part, schemas, names));
            return;
        }
        String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
        if (names.add(name)) {
            collect(schemas.get(name), schemas, names);
        }
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(parts::add);
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        return parts;
    }
}
