package dev.remit;

import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.RemitProcess;
import dev.remit.bank.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The classes of the packaged program as a virtual machine has them in memory (class data sharing).
 * Tests start the program more than a hundred times, and reading its classes anew is a third of
 * what a start costs. The first test that runs the program makes the archive, for all that follow.
 * A virtual machine that it does not fit starts without it.
 */
final class ClassArchive {

    /** Of the virtual machine that uses it, and says nothing if it cannot. */
    static final List<String> OPTIONS =
            Packaged.isNative()
                    ? List.of()
                    : List.of("-XX:SharedArchiveFile=" + make(), "-Xlog:disable");

    private ClassArchive() {}

    /** By a service that has answered a little: an archive has what was loaded until the end. */
    private static Path make() {
        Path archive = Path.of("target", "classes.jsa").toAbsolutePath();
        Path log = Path.of("target", "class-archive.log");
        try {
            Files.deleteIfExists(archive);
            OwnDatabase database = OwnDatabase.create("class_archive");
            int port = Packaged.freePort();
            ProcessBuilder builder =
                    Packaged.builderWithoutArchive(
                            List.of("-XX:ArchiveClassesAtExit=" + archive),
                            Map.of(
                                    "DATABASE_URL", database.serviceUrl(),
                                    "QUARKUS_HTTP_HOST", "127.0.0.1",
                                    "QUARKUS_HTTP_PORT", Integer.toString(port)));
            builder.redirectErrorStream(true);
            try (RemitProcess service = RemitProcess.start(builder, port, log).awaitReady();
                    RemitClient client = new RemitClient(service.service())) {
                UUID payer = client.open(1);
                client.ask(Wish.transfer(payer, client.open(0), 1));
                for (String path : List.of("/accounts", "/transfers", "/events", "/q/metrics")) {
                    client.get(path);
                }
                service.terminate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }
}
