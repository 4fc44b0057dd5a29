package dev.remit.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remit.Certificates;
import dev.remit.Certificates.Pair;
import dev.remit.Packaged;
import dev.remit.bank.RemitProcess;
import dev.remit.database.TlsPostgreSql;
import dev.remit.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All secrets that there are to be told, and no word of them in what the program writes: not at
 * DEBUG, not when they are wrong, not when the start fails.
 */
class SecretsIT {

    private static final String USERS = "users-5ecret";
    private static final String KEYS = "keys-5ecret";
    private static final String STORES = "stores-5ecret";

    /** Of a webhook's signatures, and of the path to its receiver. */
    private static final String SIGNATURES = "whsec_c2lnbmF0dXJlcy01ZWNyZXQgb2YgYSB3ZWJob29r";

    private static final String PATH = "path-5ecret";

    /** Of the tokens, every part that proves something. */
    private static final int PART = 40;

    private static final Issuer ISSUER = new Issuer();
    private static final String SCOPES =
            "accounts:read accounts:write transfers:write transfers:read ledger:audit";

    @TempDir static Path folder;

    private static TlsPostgreSql database;
    private static Path authority;
    private static Path clientStore;
    private static Path httpsStore;
    private static Path publicKey;

    @BeforeAll
    static void start() throws Exception {
        Certificates certificates = new Certificates(folder);
        authority = certificates.authority("authority");
        Pair client = certificates.issue("authority", "client");
        Pair own = certificates.issue("authority", "db", "-ext", "san=dns:localhost");
        clientStore = certificates.keyStore(client, KEYS);
        httpsStore =
                certificates.keyStore(
                        certificates.issue("authority", "https", "-ext", "san=ip:127.0.0.1"),
                        STORES);
        publicKey = Files.writeString(folder.resolve("public.pem"), ISSUER.publicKey());
        database =
                TlsPostgreSql.start(
                        Files.createDirectory(folder.resolve("server")), authority, own, USERS);
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
    }

    @Test
    void aServiceAndItsCommandsTellNone() throws Exception {
        int port = Packaged.freePort();
        Path log = folder.resolve("service.log");
        ProcessBuilder builder = RemitProcess.builder("replaced", port);
        builder.environment().putAll(settings(port));
        Process service = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        String right = ISSUER.token("ann", SCOPES);
        String foreign = new Issuer().token("eve", SCOPES);
        JwtClaims past = Issuer.claims("ann");
        past.setExpirationTime(Issuer.ago(Duration.ofHours(1)));
        String expired = ISSUER.sign(past);
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            await().atMost(Duration.ofMinutes(2))
                    .failFast("the service has ended", () -> !service.isAlive())
                    .until(() -> Files.readString(log).contains("Listening on"));
            assertThat(summary(port, right)).isEqualTo(200);
            for (String wrong : List.of(foreign, expired, right + "x", "x" + right)) {
                assertThat(summary(port, wrong)).isEqualTo(401);
            }
            receiver.answering(WebhookReceiver.status(500));
            createWebhook(port, right, receiver.url().replace("pa7h", PATH));
            Packaged load = load(port, right);
            assertThat(load.status()).isZero();
            assertTellsNone(load, right);
            assertTellsNone(load(port, foreign), foreign);
            assertTellsNone(load(port, "not a " + foreign), foreign);
            await().atMost(Duration.ofMinutes(1)).until(() -> receiver.calls().size() > 1);
            assertThat(receiver.calls()).allMatch(call -> call.path().contains(PATH));
            assertThat(receiver.calls()).allMatch(call -> call.isSignedWith(SIGNATURES));
        } finally {
            service.destroy();
            service.onExit().join();
        }
        for (String token : List.of(right, foreign, expired)) {
            assertTellsNone(Files.readString(log), token);
        }
        for (List<String> command : List.of(List.of("audit"), List.of("demo", "hello"))) {
            Packaged run = Packaged.run(settings(0), command.toArray(String[]::new));
            assertThat(run.status()).as("%s", run).isZero();
            assertTellsNone(run, right);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, " + USERS + ", wrong-" + USERS,
        "DATABASE_URL, " + KEYS + ", wrong-" + KEYS,
        "DATABASE_URL, sslmode=verify-full, sslmode=verify-fully",
        "DATABASE_URL, localhost, localhost.invalid",
        "DATABASE_URL, /postgres?, /missing?",
        "DATABASE_URL, @, /@",
        "DATABASE_URL, postgresql:, mysql:",
        "DATABASE_URL, sslkey=, sslkey=/missing",
        "QUARKUS_TLS_KEY_STORE_P12_PASSWORD, " + STORES + ", wrong-" + STORES,
        "QUARKUS_TLS_KEY_STORE_P12_PATH, .p12, .p13",
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION, public, private",
        "REMIT_AUTH, jwt, jwd"
    })
    void aStartThatFailsTellsNone(String setting, String right, String wrong) throws IOException {
        Map<String, String> settings = settings(Packaged.freePort());
        settings.compute(
                setting,
                (name, value) -> {
                    assertThat(value).contains(right);
                    return value.replace(right, wrong);
                });

        Packaged serve = Packaged.run(settings, "serve");

        assertThat(serve.status()).as("%s", serve).isEqualTo(1);
        assertThat(serve.err().size() + serve.out().size()).isPositive();
        assertTellsNone(serve, ISSUER.token("ann", SCOPES));
    }

    private static Map<String, String> settings(int port) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "DATABASE_URL",
                "%s?sslmode=verify-full&sslrootcert=%s&sslkey=%s&sslpassword=%s"
                        .formatted(
                                database.url(TlsPostgreSql.BOTH + ":" + USERS),
                                authority,
                                clientStore,
                                KEYS));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        settings.put("QUARKUS_HTTP_SSL_PORT", String.valueOf(Packaged.freePort()));
        settings.put("QUARKUS_TLS_KEY_STORE_P12_PATH", httpsStore.toString());
        settings.put("QUARKUS_TLS_KEY_STORE_P12_PASSWORD", STORES);
        settings.put("REMIT_WEBHOOKS_ALLOW_HTTP", "true");
        settings.put("REMIT_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.1");
        settings.put("REMIT_AUTH", "jwt");
        settings.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicKey.toString());
        settings.put("QUARKUS_LOG_CATEGORY__DEV_REMIT__LEVEL", "DEBUG");
        return settings;
    }

    private static int summary(int port, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d/accounts/summary"
                                                            .formatted(port)))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void createWebhook(int port, String token, String url)
            throws IOException, InterruptedException {
        String body = "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SIGNATURES);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:%d/webhooks".formatted(port)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
    }

    private static Packaged load(int port, String token) {
        return Packaged.run(
                Map.of("REMIT_TOKEN", token),
                "load",
                "--url",
                "http://127.0.0.1:" + port,
                "--accounts",
                "10",
                "--callers",
                "2",
                "--seconds",
                "0.5");
    }

    private static void assertTellsNone(Packaged run, String token) {
        assertTellsNone(String.join("\n", run.out()) + String.join("\n", run.err()), token);
    }

    private static void assertTellsNone(String said, String token) {
        String claims = token.split("\\.")[1];
        String signature = token.split("\\.")[2];
        assertThat(said)
                .doesNotContain(USERS, KEYS, STORES, PATH, SIGNATURES.substring("whsec_".length()))
                .doesNotContain(claims.substring(0, PART), signature.substring(0, PART));
    }
}
