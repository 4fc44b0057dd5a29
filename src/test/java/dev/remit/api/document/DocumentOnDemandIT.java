package dev.remit.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.RemitProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A start has other things to do than to read a document that few ask for. */
@DisabledIf("dev.remit.Packaged#isNative")
class DocumentOnDemandIT {

    /** Who reads the document, whatever its format. */
    private static final String READER = "io.smallrye.openapi.api.SmallRyeOpenAPI ";

    @TempDir Path folder;

    @Test
    void isReadWhenSomebodyAsks() throws Exception {
        Path classes = folder.resolve("classes.log");
        int port = Packaged.freePort();
        ProcessBuilder builder =
                RemitProcess.builder(OwnDatabase.create("document_on_demand").serviceUrl(), port);
        List<String> command = builder.command();
        command.add(command.indexOf("-jar"), "-Xlog:class+load:file=" + classes);
        try (RemitProcess service =
                        RemitProcess.start(builder, port, folder.resolve("log")).awaitReady();
                RemitClient client = new RemitClient(service.service())) {
            assertThat(Files.readString(classes))
                    .contains(DocumentOnDemand.class.getName() + " ")
                    .doesNotContain(READER);

            assertThat(client.get("/q/openapi").toString()).contains("openapi: 3.1");

            assertThat(Files.readString(classes)).contains(READER);
        }
    }
}
