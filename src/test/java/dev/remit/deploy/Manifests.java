package dev.remit.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kubernetes' objects, read from YAML as strictly as the API server reads them: a field that the
 * kind does not have, one that is given twice, and a value of another type are errors.
 */
final class Manifests {

    private static final Map<String, Class<? extends HasMetadata>> KINDS =
            Map.of(
                    "v1 Namespace", Namespace.class,
                    "v1 Secret", Secret.class,
                    "v1 Service", Service.class,
                    "v1 ServiceAccount", ServiceAccount.class,
                    "apps/v1 Deployment", Deployment.class,
                    "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
                    "batch/v1 Job", Job.class,
                    "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
                    "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    private static final ObjectMapper YAML = mapper();

    private Manifests() {}

    /** In all files that are applied or shown as an example, by kustomizations or not. */
    static List<HasMetadata> in(Path folder) {
        return files(folder).stream().flatMap(file -> parse(text(file)).stream()).toList();
    }

    /** The YAML of a folder, without kustomizations. */
    static List<Path> files(Path folder) {
        return yaml(folder).stream().filter(file -> !file.endsWith("kustomization.yaml")).toList();
    }

    static List<Path> kustomizations(Path folder) {
        return yaml(folder).stream().filter(file -> file.endsWith("kustomization.yaml")).toList();
    }

    private static List<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(Path file) {
        try {
            return YAML.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param yaml several objects, with lines of three dashes in between
     */
    static List<HasMetadata> parse(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonNode node = YAML.readTree(parser); node != null; ) {
                objects.add(YAML.treeToValue(node, kind(node)));
                node = YAML.readTree(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    static <T extends HasMetadata> T only(List<HasMetadata> objects, Class<T> kind, String name) {
        List<T> found =
                objects.stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(object -> object.getMetadata().getName().equals(name))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    "There are %d of %s %s".formatted(found.size(), kind.getSimpleName(), name));
        }
        return found.getFirst();
    }

    private static Class<? extends HasMetadata> kind(JsonNode node) {
        String kind = node.path("apiVersion").textValue() + " " + node.path("kind").textValue();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new AssertionError("There is no kind " + kind);
        }
        return type;
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                YAMLMapper.builder()
                        .annotationIntrospector(new NoPlaceForTheUnknown())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** The model keeps the fields that it does not know: that would hide every misspelling. */
    private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
