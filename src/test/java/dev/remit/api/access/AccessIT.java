package dev.remit.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In production nobody is let in unless it is said who. */
class AccessIT {

    private static final String LOCATION = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String KEY = "MP_JWT_VERIFY_PUBLICKEY";

    private static OwnDatabase database;

    @TempDir Path folder;

    @BeforeAll
    static void createDatabase() {
        database = OwnDatabase.create("access");
    }

    @Test
    void withoutAKeyItDoesNotStart() throws Exception {
        assertFails(Map.of(), "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "REMIT_AUTH=none");
    }

    @Test
    void withoutThatKeyItDoesNotStart() throws Exception {
        Path missing = folder.resolve("missing.pem");

        assertFails(Map.of(LOCATION, missing.toString()), missing.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "{}", "{\"keys\":[]}"})
    void whatIsNoKeyIsNone(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), content);

        assertFails(Map.of(LOCATION, file.toString()), file.toString());
    }

    @Test
    void soItIsInTheSettingItself() throws Exception {
        assertFails(Map.of(KEY, "no key"), "mp.jwt.verify.publickey");
    }

    @Test
    void aWrongWordIsNamed() throws Exception {
        Packaged serve = Packaged.run(environment(Map.of("REMIT_AUTH", "off")), "serve");

        assertThat(serve.status()).as("%s", serve).isEqualTo(1);
        assertThat(serve.err()).last().asString().contains("remit.auth", "\"off\"", "jwt,none");
    }

    /** They let nobody in. */
    @Test
    void commandsThatServeNobodyNeedNoKey() {
        Packaged hello = Packaged.run(environment(Map.of()), "demo", "hello");

        assertThat(hello.err()).isEmpty();
        assertThat(hello.status()).isZero();
    }

    @Test
    void clientsBringATokenAndWithoutOneSayWhy() throws Exception {
        Issuer issuer = new Issuer();
        HttpServer provider = publish(issuer.keySet());
        int port = Packaged.freePort();
        ProcessBuilder builder = RemitProcess.builder(database.serviceUrl(), port);
        builder.environment().putAll(Map.of("REMIT_AUTH", "jwt", LOCATION, url(provider)));
        RemitProcess service = RemitProcess.start(builder, port);
        try {
            service.awaitReady();
            String url = RemitProcess.service(port).toString();
            String scopes = "accounts:read accounts:write transfers:read transfers:write";

            Packaged right = load(url, issuer.token("load", scopes));
            Packaged wrong = load(url, issuer.token("load", "accounts:read"));
            Packaged none = load(url, "");
            String reader = issuer.token("reader", "accounts:read");
            Packaged list = client(url, reader, "account", "list");
            Packaged open = client(url, reader, "account", "open", "--json");
            Packaged stranger = client(url, "", "account", "list");

            assertThat(right.status()).as("%s", right).isZero();
            assertThat(right.out()).anyMatch(line -> line.matches(" *not 2xx +none"));
            assertThat(wrong.status()).isEqualTo(3);
            assertThat(wrong.err()).last().asString().contains("403 forbidden", "accounts:write");
            assertThat(none.status()).isEqualTo(3);
            assertThat(none.err()).last().asString().contains("401 unauthorized", "bearer token");
            assertThat(list.status()).as("%s", list).isZero();
            assertThat(open.status()).isEqualTo(1);
            assertThat(open.err())
                    .singleElement()
                    .asString()
                    .contains("forbidden", "accounts:write");
            assertThat(stranger.status()).isEqualTo(1);
            assertThat(stranger.err()).singleElement().asString().contains("(unauthorized)");
            assertThat(list.toString() + open + stranger).doesNotContain(reader);
        } finally {
            service.close();
            provider.stop(0);
        }
        assertThat(
                        database.number(
                                "SELECT count(*) FROM commits WHERE NOT 'load' = ALL (actors) OR actors IS NULL"))
                .isZero();
    }

    private static HttpServer publish(String keySet) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/keys",
                exchange -> {
                    byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static String url(HttpServer provider) {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys";
    }

    private static Packaged client(String url, String token, String... arguments) {
        return Packaged.run(Map.of("REMIT_URL", url, "REMIT_TOKEN", token), arguments);
    }

    private static Packaged load(String url, String token) {
        return Packaged.run(
                Map.of("REMIT_TOKEN", token),
                "load",
                "--url",
                url,
                "--accounts",
                "10",
                "--callers",
                "2",
                "--seconds",
                "0.5");
    }

    private static void assertFails(Map<String, String> settings, String... because)
            throws IOException {
        Packaged serve = Packaged.run(environment(settings), "serve");

        assertThat(serve.status()).as("%s", serve).isEqualTo(1);
        assertThat(serve.err()).singleElement().asString().contains(because).endsWith(".");
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATABASE_URL", database.serviceUrl());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("REMIT_AUTH", "jwt");
        environment.putAll(settings);
        return environment;
    }
}
