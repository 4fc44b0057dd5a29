package dev.remit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remit.Certificates;
import dev.remit.Certificates.Pair;
import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API over TLS, as docs/security.md sets it up, with a certificate that is renewed meanwhile.
 */
class HttpsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path folder;

    @Test
    void aRenewedCertificateIsShownWithoutARestart() throws Exception {
        Certificates certificates = new Certificates(folder);
        Path authority = certificates.authority("authority");
        Pair first = certificates.issue("authority", "first", "-ext", "san=ip:127.0.0.1");
        Pair second = certificates.issue("authority", "second", "-ext", "san=ip:127.0.0.1");
        Path current = Files.createSymbolicLink(folder.resolve("current"), folder(first));
        Path certificate = current.resolve("tls.crt");
        Path key = current.resolve("tls.key");
        int port = Packaged.freePort();
        int plainPort = Packaged.freePort();
        ProcessBuilder builder =
                RemitProcess.builder(OwnDatabase.create("https").serviceUrl(), plainPort)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("QUARKUS_HTTP_SSL_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        builder.environment().put("QUARKUS_TLS_KEY_STORE_PEM__0__CERT", certificate.toString());
        builder.environment().put("QUARKUS_TLS_KEY_STORE_PEM__0__KEY", key.toString());
        builder.environment().put("QUARKUS_TLS_RELOAD_PERIOD", "5s");
        Process service = builder.start();
        URI url = URI.create("https://127.0.0.1:" + port + "/ledger");
        try {
            await().atMost(PATIENCE)
                    .failFast("the service has ended", () -> !service.isAlive())
                    .ignoreExceptions()
                    .until(() -> get(url, authority).statusCode() == 200);
            HttpResponse<String> answer = get(url, authority);
            assertThat(serial(answer)).isEqualTo(serial(first));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000");
            assertThat(signOut(url.resolve("/console/sign-out"), authority))
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/console");
            assertThatThrownBy(() -> get(URI.create("http://127.0.0.1:" + plainPort), authority))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> get(url, certificates.authority("stranger")))
                    .isInstanceOf(SSLHandshakeException.class);

            await().atMost(PATIENCE)
                    .until(() -> list(port, "--ca-file", authority.toString()).status() == 0);
            Packaged mistrusting = list(port);
            assertThat(mistrusting.status()).isEqualTo(3);
            assertThat(mistrusting.err())
                    .singleElement()
                    .asString()
                    .contains("unable to find valid certification path");

            Path next = Files.createSymbolicLink(folder.resolve("next"), folder(second));
            Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);

            // A handshake that is under way when the certificate changes is cut off.
            await().atMost(PATIENCE)
                    .ignoreException(SSLHandshakeException.class)
                    .until(() -> serial(get(url, authority)).equals(serial(second)));
            assertThat(service.isAlive()).isTrue();
        } finally {
            service.destroyForcibly().onExit().join();
        }
    }

    /** As a user sees it at a terminal. */
    private static Packaged list(int port, String... more) {
        return Packaged.run(
                Map.of("REMIT_URL", "https://127.0.0.1:" + port),
                Stream.concat(Stream.of("account", "list"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** As Kubernetes mounts a secret: both files change at once, because a link to them does. */
    private Path folder(Pair pair) throws IOException {
        Path files = Files.createTempDirectory(folder, "pair");
        Files.copy(pair.certificate(), files.resolve("tls.crt"));
        Files.copy(pair.key(), files.resolve("tls.key"));
        return files;
    }

    /** On a connection of its own. */
    private static HttpResponse<String> get(URI url, Path authority)
            throws IOException, InterruptedException, GeneralSecurityException {
        return send(HttpRequest.newBuilder(url), authority);
    }

    /** The cookie that ends a session of the console, which is as the one that begins it. */
    private static String[] signOut(URI url, Path authority)
            throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest.Builder form =
                HttpRequest.newBuilder(url)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.noBody());
        return send(form, authority).headers().firstValue("Set-Cookie").orElseThrow().split("; ?");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Path authority)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(believing(authority)).build()) {
            return await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(HttpsIT::isOfALook)
                    .until(
                            () -> client.send(request.build(), BodyHandlers.ofString()),
                            answer -> true);
        }
    }

    /** While the service looks for new files it closes new connections. */
    private static boolean isOfALook(Throwable failure) {
        return failure instanceof SSLHandshakeException
                && failure.getMessage().contains("terminated the handshake");
    }

    private static SSLContext believing(Path authority)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", read(authority));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static BigInteger serial(HttpResponse<?> answer) throws IOException {
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0])
                .getSerialNumber();
    }

    private static BigInteger serial(Pair pair) throws IOException, GeneralSecurityException {
        return read(pair.certificate()).getSerialNumber();
    }

    private static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
