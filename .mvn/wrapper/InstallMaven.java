import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Puts Maven into the wrapper's cache: {@code InstallMaven <zip: file or URL> <sha512> <target folder>}.
 *
 * <p>Written in Java because a JDK is the only thing that a machine which builds Remit has for certain: neither
 * {@code curl} nor {@code unzip} nor {@code sha512sum} need be there.
 */
class InstallMaven {

    public static void main(String[] args) throws Exception {
        try {
            install(args[0], args[1], Path.of(args[2]));
        } catch (IOException e) {
            System.err.println("mvnw: " + args[0] + " could not be installed: " + e);
            System.exit(1);
        }
    }

    private static void install(String source, String sha512, Path target) throws Exception {
        Files.createDirectories(target.getParent());
        // A folder of its own beside the target, renamed at the end: two builds that start at once, or one that is
        // interrupted, never leave half a Maven behind.
        Path work = Files.createTempDirectory(target.getParent(), ".installing-");
        try {
            Path zip = source.startsWith("https:") ? download(URI.create(source), work) : Path.of(source);
            verify(zip, sha512);
            Path unpacked = unpack(zip, work.resolve("maven"));
            Files.move(unpacked, target);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherBuildWasFaster) {
            System.err.println("mvnw: another build has just installed Maven; using that one");
        } finally {
            delete(work);
        }
    }

    private static Path download(URI uri, Path folder) throws IOException, InterruptedException {
        System.err.println("mvnw: downloading " + uri);
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20));
        String proxy = System.getenv().getOrDefault("https_proxy", System.getenv("HTTPS_PROXY"));
        if (proxy != null && !proxy.isBlank()) {
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            int port = address.getPort() < 0 ? 3128 : address.getPort();
            client.proxy(ProxySelector.of(new InetSocketAddress(address.getHost(), port)));
        }
        Path zip = folder.resolve("maven.zip");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(10)).build();
        HttpResponse<InputStream> response = client.build().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answered with status " + response.statusCode());
            }
            copy(in, zip, response.headers().firstValueAsLong("Content-Length").orElse(-1));
        }
        return zip;
    }

    /** Tells once a second how far it is. */
    private static void copy(InputStream in, Path zip, long size) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            long told = System.nanoTime();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                copied += read;
                if (System.nanoTime() - told > Duration.ofSeconds(1).toNanos()) {
                    told = System.nanoTime();
                    System.err.println("mvnw: " + megabytes(copied) + (size < 0 ? "" : " of " + megabytes(size)));
                }
            }
        }
    }

    private static String megabytes(long bytes) {
        return String.format("%.1f MB", bytes / 1e6);
    }

    private static void verify(Path zip, String sha512) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equalsIgnoreCase(sha512)) {
            throw new IOException("its SHA-512 is " + actual + ", not the pinned " + sha512);
        }
    }

    /** Returns the one folder inside the zip, with the programs in its {@code bin} executable again. */
    private static Path unpack(Path zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("the entry " + entry.getName() + " points outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
        try (var folders = Files.list(into)) {
            Path maven = folders.findFirst().orElseThrow(() -> new IOException("it is empty"));
            Path program = maven.resolve("bin/mvn");
            if (Files.getFileStore(program).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return maven;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
