package dev.remit.api;

import static dev.remit.RemitApi.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL that is none is answered like every other mistake. */
@QuarkusTest
class MalformedUrlTest {

    @TestHTTPResource("/")
    URI service;

    @Inject HttpEdge edge;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts?after=%%%",
                "/accounts?after=%",
                "/accounts?limit=%z",
                "/accounts/%zz",
                "/accounts/%",
                "/%",
                "/accounts/%4",
                "/accounts/a|b",
                "/accounts/<id>",
                "/accounts/{id}",
                "/accounts/[1]",
                "/accounts/\"1\"",
                "/accounts?after=a^b",
                "/accounts?after=`",
                "/accounts#a#b",
                "/accounts\\1",
                "/q/health/%zz",
                "http://[/accounts",
            })
    void isAnsweredWithAProblem(String url) {
        for (String method : List.of("GET", "POST", "FOO")) {
            RawHttp.Answer answer =
                    new RawHttp(service)
                            .send(method, url, List.of("Content-Type", "application/json"), null);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
            assertThat(json(answer.body()).get("type").textValue())
                    .isEqualTo("urn:remit:problem:malformed-request");
            assertThat(json(answer.body()).get("detail").textValue()).contains("URL");
        }
    }

    /** As in development, where pages of the framework come first. */
    @Test
    void isAnsweredSoAlsoWhereSomebodyElseLooksAtThePathBefore() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            router.route("/pages-of-others").handler(RoutingContext::next);
            edge.routes(router);
            HttpServer server = vertx.createHttpServer().requestHandler(router);
            server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(1, MINUTES);
            URI elsewhere = URI.create("http://127.0.0.1:" + server.actualPort());

            RawHttp.Answer answer = new RawHttp(elsewhere).send("GET", "/%zz", List.of(), null);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
            assertThat(answer.body()).contains("urn:remit:problem:malformed-request", "URL");
        } finally {
            vertx.close();
        }
    }

    /** Odd, but URLs: each gets an answer of its own, and none of them an empty one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/%00",
                "/accounts/%FF",
                "/accounts?after=%FF%FE",
                "/accounts/%2e%2e/%2e%2e",
                "/accounts/..%2f",
                "//",
                "///accounts",
                "/accounts;a=b",
                "*",
                "accounts",
                "?",
                "http://elsewhere",
            })
    void aUrlThatIsOnlyOddIsNoServersFault(String url) {
        RawHttp.Answer answer = new RawHttp(service).send("GET", url, List.of(), null);

        assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void theConnectionGoesOnAfterOne() {
        String get = "GET %s HTTP/1.1\r\nHost: localhost\r\n";
        String requests =
                get.formatted("/accounts/%zz")
                        + "\r\n"
                        + get.formatted("/accounts?limit=1")
                        + "Connection: close\r\n\r\n";

        RawHttp.Answer first = new RawHttp(service).send(requests.getBytes(US_ASCII));

        assertThat(first.status()).isEqualTo(400);
        assertThat(first.body()).contains("HTTP/1.1 200 ", "\"items\":[");
    }
}
