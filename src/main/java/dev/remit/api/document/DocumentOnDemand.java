package dev.remit.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.OpenApiRecorder;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The OpenAPI document, read when somebody first asks for it. The framework reads and writes it at
 * every start, in both formats: an eighth of what a start takes, and a fifth of a binary's, for a
 * document that few instances are ever asked for.
 *
 * <p>Its preparation cannot be left out, but it looks for the document where a public variable
 * says. At the start that is where nothing is; it is done once more, where the document is, for
 * whoever asks first.
 */
@Alternative
@Priority(1)
@Singleton
class DocumentOnDemand extends OpenApiDocumentService {

    private static final ClassLoader NOWHERE = new ClassLoader(null) {};

    private final ClassLoader application = Thread.currentThread().getContextClassLoader();

    private boolean isThere;

    /** The framework asks for this just before it prepares the document. */
    DocumentOnDemand() {
        OpenApiConstants.classLoader = NOWHERE;
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        prepare(name);
        return super.getDocument(name, format);
    }

    /** Once, since there is one document; those who come meanwhile wait for it. */
    private synchronized void prepare(String name) {
        if (!isThere) {
            OpenApiConstants.classLoader = application;
            new OpenApiRecorder(null, null).prepareDocument(null, noFilters(), name);
            isThere = true;
        }
    }

    /** What changes the document has changed it while the program was built. */
    private static Map<RunStage, List<String>> noFilters() {
        return Arrays.stream(RunStage.values())
                .collect(Collectors.toMap(Function.identity(), any -> List.of()));
    }
}
