package dev.remit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitClient;
import dev.remit.bank.RemitProcess;
import dev.remit.bank.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The classes of the packaged program as a virtual machine has them in memory (class data sharing).
 * Tests start the program more than a hundred times, and reading its classes anew is a third of
 * what a start costs. The first test that runs the program makes the archive, for all that follow,
 * also in other virtual machines. A virtual machine that it does not fit starts without it.
 */
final class ClassArchive {

    /** Of the virtual machine that uses it, and says nothing if it cannot. */
    static final List<String> OPTIONS =
            Packaged.isNative()
                    ? List.of()
                    : List.of("-XX:SharedArchiveFile=" + ofTheProgram(), "-Xlog:disable");

    private ClassArchive() {}

    /** Tests of two virtual machines at a time want it: the second waits for the first. */
    private static Path ofTheProgram() {
        Path archive = Path.of("target", "classes.jsa").toAbsolutePath();
        Path lock = Path.of("target", "classes.lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
            channel.lock();
            if (!isNewerThanTheProgram(archive)) {
                make(archive);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNewerThanTheProgram(Path archive) throws IOException {
        FileTime program = Files.getLastModifiedTime(Packaged.program());
        return Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(program) > 0;
    }

    /** By a service that has answered a little: an archive has what was loaded until the end. */
    private static void make(Path archive) throws IOException {
        Path log = Path.of("target", "class-archive.log");
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
    }
}
