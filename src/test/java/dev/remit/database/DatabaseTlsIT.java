package dev.remit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.Certificates;
import dev.remit.Certificates.Pair;
import dev.remit.Packaged;
import dev.remit.devdb.DevDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS to a real database, by the packaged program: what is right works, and of what is wrong one
 * sentence says what it is.
 */
class DatabaseTlsIT {

    private static final String LOCALHOST = "san=dns:localhost";
    private static final String PASSWORD = "of-the-user";
    private static final String KEY_PASSWORD = "of-the-key";

    @TempDir static Path folder;

    private static Path authority;
    private static Path stranger;
    private static Pair client;
    private static Pair clientOfStranger;
    private static Path clientStore;
    private static TlsPostgreSql server;
    private static TlsPostgreSql expired;
    private static TlsPostgreSql elsewhere;

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = new Certificates(folder);
        authority = certificates.authority("authority");
        stranger = certificates.authority("stranger");
        client = certificates.issue("authority", TlsPostgreSql.CERTIFIED);
        clientOfStranger = certificates.issue("stranger", TlsPostgreSql.CERTIFIED);
        clientStore = certificates.keyStore(client, KEY_PASSWORD);
        server = start("right", certificates.issue("authority", "db", "-ext", LOCALHOST));
        expired =
                start(
                        "expired",
                        certificates.issue(
                                "authority",
                                "db",
                                "-ext",
                                LOCALHOST,
                                "-startdate",
                                "-3d",
                                "-validity",
                                "1"));
        elsewhere =
                start(
                        "elsewhere",
                        certificates.issue("authority", "db", "-ext", "san=dns:db.example"));
    }

    private static TlsPostgreSql start(String name, Pair own) throws Exception {
        return TlsPostgreSql.start(
                Files.createDirectory(folder.resolve(name)), authority, own, PASSWORD);
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        expired.close();
        elsewhere.close();
    }

    @Test
    void theRightCertificateIsBelieved() {
        assertConnects(server.url("postgres") + verified(authority));
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNot() {
        assertFails(
                server.url("postgres") + verified(stranger),
                "is not signed by the authority whose certificate is in sslrootcert");
    }

    @Test
    void aCertificateOfAnotherHostIsNot() {
        assertFails(elsewhere.url("postgres") + verified(authority), "is not for this host");
        assertConnects(elsewhere.url("postgres") + verified(authority).replace("full", "ca"));
    }

    @Test
    void aCertificateThatHasExpiredIsNot() {
        assertFails(expired.url("postgres") + verified(authority), "has expired");
    }

    @Test
    void aRootCertificateThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.crt");

        assertFails(server.url("postgres") + verified(missing), missing.toString(), "sslrootcert");
    }

    @Test
    void aDatabaseThatSpeaksNoTlsIsNamedAsSuch() {
        URI address = URI.create(DevDatabase.url().jdbcUrl().substring("jdbc:".length()));

        assertFails(
                "postgresql://postgres@localhost:%d/postgres%s"
                        .formatted(address.getPort(), verified(authority)),
                "offers no TLS");
    }

    @Test
    void aUserIsLetInByACertificate() {
        assertConnects(
                server.url(TlsPostgreSql.CERTIFIED)
                        + verified(authority)
                        + key(client.certificate(), client.derKey()));
    }

    @Test
    void soIsOneWithAPasswordBesideAndAKeyThatHasOneToo() {
        assertConnects(
                server.url(TlsPostgreSql.BOTH + ":" + PASSWORD)
                        + verified(authority)
                        + "&sslkey=%s&sslpassword=%s".formatted(clientStore, KEY_PASSWORD));
    }

    @Test
    void whoForgetsTheCertificateIsToldThatOneIsWanted() {
        assertFails(
                server.url(TlsPostgreSql.CERTIFIED) + verified(authority),
                "wants a client certificate",
                "sslcert");
    }

    @Test
    void aClientsCertificateOfAnotherAuthorityIsRefused() {
        assertFails(
                server.url(TlsPostgreSql.CERTIFIED)
                        + verified(authority)
                        + key(clientOfStranger.certificate(), clientOfStranger.derKey()),
                "client certificate");
    }

    @Test
    void aCertificateOfAnotherUserIsRefused() {
        assertFails(
                server.url(TlsPostgreSql.BOTH)
                        + verified(authority)
                        + key(client.certificate(), client.derKey()),
                "password");
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.pk8");

        assertFails(
                server.url(TlsPostgreSql.CERTIFIED)
                        + verified(authority)
                        + key(client.certificate(), missing),
                missing.toString(),
                "sslkey");
    }

    @Test
    void aKeyInTheWrongFormIsNamedAsSuch() {
        assertFails(
                server.url(TlsPostgreSql.CERTIFIED)
                        + verified(authority)
                        + key(client.certificate(), client.certificate()),
                "sslkey",
                "PKCS-8");
    }

    @Test
    void theWrongPasswordOfAKeyIsNamedAsSuch() {
        assertFails(
                server.url(TlsPostgreSql.BOTH + ":" + PASSWORD)
                        + verified(authority)
                        + "&sslkey=%s&sslpassword=%s".formatted(clientStore, "another-one"),
                "sslpassword");
    }

    private static String verified(Path authority) {
        return "?sslmode=verify-full&sslrootcert=" + authority;
    }

    private static String key(Path certificate, Path key) {
        return "&sslcert=%s&sslkey=%s".formatted(certificate, key);
    }

    /** It reads and posts. */
    private static void assertConnects(String url) {
        Packaged hello = Packaged.run(Map.of("DATABASE_URL", url), "demo", "hello");

        assertThat(hello.err()).isEmpty();
        assertThat(hello.status()).isZero();
    }

    private static void assertFails(String url, String... because) {
        Packaged hello = Packaged.run(Map.of("DATABASE_URL", url), "demo", "hello");

        assertThat(hello.out()).isEmpty();
        assertThat(hello.err()).singleElement().asString().contains(because).endsWith(".");
        assertThat(hello.err().getFirst()).doesNotContain(KEY_PASSWORD, "another-one");
        assertThat(hello.status()).isEqualTo(1);
    }
}
