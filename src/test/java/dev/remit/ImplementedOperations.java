package dev.remit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the resources of the API really offer, each as "METHOD path". Pages are for people. */
final class ImplementedOperations {

    private static final String PAGES = "/console";

    private ImplementedOperations() {}

    static Set<String> all() {
        Set<String> operations = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.remit")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .filter(resource -> !path(resource).startsWith(PAGES))
                        .forEach(resource -> operations.addAll(operations(resource)));
        return operations;
    }

    private static List<String> operations(JavaClass resource) {
        List<String> operations = new ArrayList<>();
        String start = path(resource);
        for (JavaMethod method : resource.getMethods()) {
            String path =
                    method.isAnnotatedWith(Path.class)
                            ? start + method.getAnnotationOfType(Path.class).value()
                            : start;
            Arrays.stream(method.reflect().getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(httpMethod -> httpMethod != null)
                    .forEach(httpMethod -> operations.add(httpMethod.value() + " " + path));
        }
        return operations;
    }

    private static String path(JavaClass resource) {
        return resource.getAnnotationOfType(Path.class).value();
    }
}
