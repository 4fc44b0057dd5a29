package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.invalid;
import static dev.remit.api.problem.BadRequest.malformed;
import static dev.remit.api.problem.BadRequest.post;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever can be wrong with a call about webhooks. */
final class BadWebhooks {

    private static final String WEBHOOKS = "/webhooks";
    private static final String ONE = WEBHOOKS + '/' + NOBODY;
    private static final String REDELIVER = ONE + "/redeliver";

    private BadWebhooks() {}

    static Stream<BadRequest> all() {
        return Stream.of(bodies(), urls(), addresses(), filters(), secrets(), places(), rest())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> bodies() {
        return Stream.of(WEBHOOKS, REDELIVER)
                .flatMap(
                        path ->
                                Stream.of(
                                                "",
                                                "null",
                                                "hello",
                                                "[]",
                                                "\"\"",
                                                "{} x",
                                                "{\"ulr\":\"https://x.example\"}",
                                                "{\"id\":\"1\"}",
                                                "{\"url\":1}",
                                                "{\"url\":[\"https://x.example\"]}",
                                                "{\"types\":\"dev.remit.transfer.posted\"}",
                                                "{\"types\":[1]}",
                                                "{\"accounts\":[\"x\"]}",
                                                "{\"secret\":{}}",
                                                "{\"after\":1.1}",
                                                "{\"after\":[]}")
                                        .map(body -> malformed("webhook", path, body)));
    }

    private static Stream<BadRequest> urls() {
        return Stream.concat(
                Stream.of(
                        invalid("nowhere", WEBHOOKS, "{}"),
                        invalid("null", WEBHOOKS, "{\"url\":null}")),
                Stream.of(
                                "",
                                "x.example",
                                "ftp://x.example",
                                "file:///etc/passwd",
                                "https://",
                                "https://user:password@x.example",
                                "https://x.example/#there",
                                "https://x.example:0",
                                "https://x.example:65536",
                                "https://x .example",
                                "https://x.example/\\u0000",
                                "https://x.example/" + "x".repeat(2048))
                        .map(url -> invalid("url", WEBHOOKS, webhook(url, ""))));
    }

    /** Whatever an environment of the tests may allow, it is not these. */
    private static Stream<BadRequest> addresses() {
        return Stream.of(
                        "https://10.0.0.1",
                        "https://169.254.169.254/latest/meta-data",
                        "https://192.168.1.1:8443/x",
                        "https://100.64.0.1",
                        "https://0.0.0.0",
                        "https://224.0.0.1",
                        "https://[fd00::1]",
                        "https://[fe80::1]",
                        "https://[::ffff:10.0.0.1]",
                        "https://[64:ff9b::a9fe:a9fe]")
                .map(
                        url ->
                                post(
                                        "address",
                                        WEBHOOKS,
                                        webhook(url, ""),
                                        422,
                                        "address-not-allowed"));
    }

    private static Stream<BadRequest> filters() {
        String accounts =
                IntStream.range(0, 101)
                        .mapToObj(i -> "\"" + NOBODY + "\"")
                        .collect(Collectors.joining(","));
        return Stream.of(
                        "\"types\":[]",
                        "\"types\":[\"\"]",
                        "\"types\":[null]",
                        "\"types\":[\"transfer.posted\"]",
                        "\"types\":[\"dev.remit.transfer.posted\",\"x\"]",
                        "\"types\":[" + "\"x\",".repeat(20) + "\"x\"]",
                        "\"accounts\":[]",
                        "\"accounts\":[null]",
                        "\"accounts\":[" + accounts + "]")
                .map(BadWebhooks::wrong);
    }

    private static Stream<BadRequest> secrets() {
        return Stream.of(
                        "",
                        "secret",
                        "whsec_",
                        "whsec_c2hvcnQ=",
                        "whsec_" + "?".repeat(32),
                        "whsec_" + "A".repeat(88),
                        "whsec_" + "A".repeat(1000))
                .map(secret -> wrong("\"secret\":\"" + secret + "\""));
    }

    private static Stream<BadRequest> places() {
        return Stream.concat(
                Stream.of(invalid("no place", REDELIVER, "{}")),
                Stream.of("", "7", "7.", "-1.1", "7.1.1", "x", "1000000000000000000.1")
                        .flatMap(
                                place ->
                                        Stream.of(
                                                wrong("\"after\":\"" + place + "\""),
                                                invalid(
                                                        "place",
                                                        REDELIVER,
                                                        "{\"after\":\"" + place + "\"}"))));
    }

    private static Stream<BadRequest> rest() {
        String slug = "webhook-not-found";
        return Stream.of(
                get("limit", WEBHOOKS + "?limit=0", 400, "invalid-request", "errors"),
                get("after", WEBHOOKS + "?after=x", 400, "invalid-request", "errors"),
                invalid("dry run", WEBHOOKS + "?dryRun=yes", webhook("https://x.invalid", "")),
                delete("dry run", ONE + "?dryRun=yes", 400, "invalid-request", "errors"),
                invalid("key", WEBHOOKS, webhook("https://x.invalid", ""))
                        .with("Idempotency-Key", "é"),
                get("nobody", ONE, 404, slug, "webhook"),
                get("no id", WEBHOOKS + "/x", 404, slug, "webhook"),
                delete("nobody", ONE, 404, slug, "webhook"),
                post("nobody", ONE + "/pause", "{}", 404, slug, "webhook"),
                post("nobody", ONE + "/resume", "{}", 404, slug, "webhook"),
                post("nobody", REDELIVER, "{\"after\":\"0.0\"}", 404, slug, "webhook"),
                get("path", ONE + "/calls", 404, "not-found"),
                notAllowed(WEBHOOKS, "PUT"),
                notAllowed(WEBHOOKS, "DELETE"),
                notAllowed(ONE, "PATCH"),
                notAllowed(ONE + "/pause", "GET"),
                notAllowed(ONE + "/resume", "PUT"),
                notAllowed(REDELIVER, "GET"),
                post("type", WEBHOOKS, "{}", 415, "unsupported-media-type")
                        .withoutHeaders()
                        .with("Content-Type", "text/plain"),
                get("answer", WEBHOOKS, 406, "not-acceptable").with("Accept", "text/csv"),
                post("large", WEBHOOKS, " ".repeat(65 * 1024), 413, "payload-too-large"));
    }

    private static BadRequest notAllowed(String path, String method) {
        return post("method", path, "{}", 405, "method-not-allowed").by(method);
    }

    private static BadRequest wrong(String field) {
        return invalid("webhook", WEBHOOKS, webhook("https://x.invalid", "," + field));
    }

    private static String webhook(String url, String more) {
        return "{\"url\":\"" + url + "\"" + more + "}";
    }
}
