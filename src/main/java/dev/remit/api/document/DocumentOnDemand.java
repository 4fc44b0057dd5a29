package dev.remit.api.document;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentHolder;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.OpenApiRecorder;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.util.List;
import java.util.Map;

/**
 * In a native binary the OpenAPI document is read when somebody first asks for it. The framework
 * reads and writes it at every start, in both formats, which took a fifth of a binary's start and
 * 10 MiB of its resident memory, for a document that few instances are ever asked for.
 */
final class DocumentOnDemand {

    private static Runnable preparation = () -> {};

    private DocumentOnDemand() {}

    /** There is one document, so there is one preparation. */
    static synchronized void later(
            AutoSecurityFilter filter, Map<RunStage, List<String>> filters, String name) {
        preparation = () -> service().prepareDocument(filter, filters, name);
    }

    /** Once; those who come meanwhile wait for it. */
    static synchronized void now() {
        preparation.run();
        preparation = () -> {};
    }

    private static DocumentService service() {
        Object service = Arc.container().select(OpenApiDocumentService.class).get();
        return (DocumentService) service;
    }
}

/** What is said of each of these two holds in a binary only. */
@TargetClass(OpenApiRecorder.class)
final class Recorder {

    @Substitute
    public void prepareDocument(
            AutoSecurityFilter filter, Map<RunStage, List<String>> filters, String name) {
        DocumentOnDemand.later(filter, filters, name);
    }
}

@TargetClass(OpenApiDocumentService.class)
final class DocumentService {

    @Alias private Map<String, OpenApiDocumentHolder> documentHolders;

    @Alias
    native void prepareDocument(
            AutoSecurityFilter filter, Map<RunStage, List<String>> filters, String name);

    @Substitute
    public byte[] getDocument(String name, Format format) {
        DocumentOnDemand.now();
        OpenApiDocumentHolder document = documentHolders.get(name);
        return format == Format.JSON ? document.getJsonDocument() : document.getYamlDocument();
    }
}
