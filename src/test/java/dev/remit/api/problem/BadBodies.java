package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.malformed;
import static dev.remit.api.problem.BadRequest.patch;
import static dev.remit.api.problem.BadRequest.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Bodies that cannot be read: wherever a body is read, and with every type that a field has. */
final class BadBodies {

    private static final String ACCOUNTS = "/accounts";
    private static final String TRANSFERS = "/transfers";

    private static final String CAROL = "/accounts/{carol}";
    private static final String POST = "/transfers/{held}/post";
    private static final String VOID = "/transfers/{held}/void";
    private static final String REVERSE = "/transfers/{posted}/reverse";

    private BadBodies() {}

    static Stream<BadRequest> all() {
        return Stream.of(
                        everywhere(),
                        changes(),
                        json(),
                        encodings(),
                        numbers(),
                        texts(),
                        truths(),
                        metadata(),
                        ids())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> everywhere() {
        List<String> withBody =
                List.of(
                        ACCOUNTS,
                        "/accounts/batch",
                        TRANSFERS,
                        "/transfers/batch",
                        "/accounts/{alice}/deposits",
                        "/accounts/{alice}/withdrawals");
        Stream<BadRequest> missing =
                withBody.stream()
                        .flatMap(
                                path ->
                                        Stream.of(
                                                malformed("nothing", path, ""),
                                                malformed("null", path, "null")));
        Stream<BadRequest> wrong =
                Stream.concat(withBody.stream(), Stream.of(POST, VOID, REVERSE))
                        .flatMap(
                                path ->
                                        Stream.of(
                                                malformed("not JSON", path, "hello"),
                                                malformed("array for an object", path, "[]"),
                                                malformed("text for an object", path, "\"\""),
                                                malformed("unknown field", path, "{\"blance\":1}"),
                                                malformed("id", path, "{\"id\":\"1\"}"),
                                                malformed("trailing text", path, "{} x")));
        return Stream.concat(missing, wrong);
    }

    private static Stream<BadRequest> changes() {
        return Stream.of(
                        "",
                        " ",
                        "hello",
                        "null",
                        "[]",
                        "1",
                        "{} x",
                        "{}{}",
                        "{\"blance\":1}",
                        "{\"balance\":1}",
                        "{\"id\":\"{carol}\"}",
                        "{\"currency\":\"EUR\"}",
                        "{\"hasName\":true}",
                        "{\"clearsMetadata\":true}",
                        "{\"name\":1}",
                        "{\"name\":[]}",
                        "{\"name\":\"A\",\"name\":\"B\"}",
                        "{\"overdraft\":1.5}",
                        "{\"overdraft\":1e3}",
                        "{\"overdraft\":\"50\"}",
                        "{\"overdraft\":true}",
                        "{\"overdraft\":{}}",
                        "{\"frozen\":true}",
                        "{\"frozen\":0}",
                        "{\"frozen\":[\"debits\"]}",
                        "[{\"op\":\"remove\",\"path\":\"/name\"}]",
                        "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}")
                .map(body -> patch("change", CAROL, body, 400, "malformed-request"));
    }

    private static Stream<BadRequest> json() {
        return Stream.of(
                malformed("white space only", ACCOUNTS, " \n"),
                malformed("number instead of an object", ACCOUNTS, "1"),
                malformed("text instead of an object", ACCOUNTS, "\"{}\""),
                malformed("cut off in a name", TRANSFERS, "{\"from"),
                malformed("cut off after a value", ACCOUNTS, "{\"balance\":1"),
                malformed("cut off in a text", ACCOUNTS, "{\"name\":\"A"),
                malformed("second object behind the first", ACCOUNTS, "{}{}"),
                malformed("comma at the end", ACCOUNTS, "{\"balance\":1,}"),
                malformed("single quotes", ACCOUNTS, "{'balance':1}"),
                malformed("comment", ACCOUNTS, "{/* none */}"),
                malformed("field given twice", ACCOUNTS, "{\"balance\":1,\"balance\":2}"),
                malformed(
                        "field given twice in a batch",
                        "/accounts/batch",
                        "{\"accounts\":[{\"name\":\"A\",\"name\":\"B\"}]}"),
                malformed(
                        "text for a truth value",
                        "/transfers/batch",
                        "{\"atomic\":\"true\",\"transfers\":[]}"),
                malformed(
                        "number for a truth value",
                        "/transfers/batch",
                        "{\"atomic\":1,\"transfers\":[]}"),
                malformed("name in capitals", ACCOUNTS, "{\"Balance\":1}"),
                malformed("nested without end", ACCOUNTS, "[".repeat(60_000)),
                malformed(
                        "nested deeply in a field",
                        ACCOUNTS,
                        "{\"name\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                malformed(
                        "nested deeply in a batch",
                        "/accounts/batch",
                        "{\"accounts\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                malformed(
                        "name of a field without end",
                        ACCOUNTS,
                        "{\"" + "x".repeat(60_000) + "\":1}"));
    }

    private static Stream<BadRequest> encodings() {
        return Stream.of(
                bytes("byte that UTF-8 does not have", "{\"name\":\"", 0xFF, "\"}"),
                bytes("overlong form in UTF-8", "{\"name\":\"", 0xC0, 0xAF, "\"}"),
                bytes("surrogate in UTF-8", "{\"name\":\"", 0xED, 0xA0, 0x80, "\"}"),
                bytes("beyond Unicode in UTF-8", "{\"name\":\"", 0xF4, 0x90, 0x80, 0x80, "\"}"),
                bytes("character cut off in UTF-8", "{\"name\":\"", 0xE2, 0x82, "\"}"),
                bytes("ISO 8859-1", "{\"name\":\"", 0xE4, "\"}"),
                encoded(StandardCharsets.UTF_16),
                encoded(StandardCharsets.UTF_16LE),
                encoded(Charset.forName("UTF-32BE")));
    }

    private static Stream<BadRequest> numbers() {
        return Stream.of(
                        "1.5",
                        "1.0",
                        "1e3",
                        "1E0",
                        "\"10\"",
                        "\"\"",
                        "true",
                        "[1]",
                        "{}",
                        "NaN",
                        "Infinity",
                        "+1",
                        "01",
                        "0x10",
                        "1_000")
                .flatMap(
                        value ->
                                Stream.of(
                                        malformed(
                                                "balance " + value,
                                                ACCOUNTS,
                                                "{\"balance\":" + value + "}"),
                                        malformed(
                                                "overdraft " + value,
                                                ACCOUNTS,
                                                "{\"overdraft\":" + value + "}"),
                                        malformed(
                                                "amount " + value,
                                                POST,
                                                "{\"amount\":" + value + "}"),
                                        malformed(
                                                "amount " + value,
                                                REVERSE,
                                                "{\"amount\":" + value + "}"),
                                        malformed("amount " + value, TRANSFERS, transfer(value))));
    }

    private static Stream<BadRequest> texts() {
        return Stream.of("1", "1.5", "true", "[]", "[\"A\"]", "{}", "\"a\nb\"", "\"\\x\"")
                .flatMap(
                        value ->
                                Stream.of(
                                        malformed(
                                                "name " + value,
                                                ACCOUNTS,
                                                "{\"name\":" + value + "}"),
                                        malformed(
                                                "frozen " + value,
                                                ACCOUNTS,
                                                "{\"frozen\":" + value + "}"),
                                        malformed(
                                                "time " + value,
                                                TRANSFERS,
                                                transfer(
                                                        "1,\"pending\":true,\"expiresIn\":"
                                                                + value)),
                                        malformed(
                                                "reference " + value,
                                                REVERSE,
                                                "{\"reference\":" + value + "}"),
                                        malformed(
                                                "reference " + value,
                                                "/accounts/{alice}/deposits",
                                                "{\"amount\":1,\"reference\":" + value + "}")));
    }

    private static Stream<BadRequest> truths() {
        return Stream.of("1", "0", "\"true\"", "\"\"", "[]", "{}", "True")
                .map(
                        value ->
                                malformed(
                                        "pending " + value,
                                        TRANSFERS,
                                        transfer("1,\"pending\":" + value)));
    }

    private static Stream<BadRequest> metadata() {
        return Stream.of(
                        "1",
                        "true",
                        "\"\"",
                        "\"{}\"",
                        "[]",
                        "[{\"a\":\"b\"}]",
                        "{\"a\":1}",
                        "{\"a\":1.5}",
                        "{\"a\":true}",
                        "{\"a\":[]}",
                        "{\"a\":[\"b\"]}",
                        "{\"a\":{}}",
                        "{\"a\":{\"b\":\"c\"}}",
                        "{\"a\":\"1\",\"a\":\"2\"}",
                        "{\"a\":\"1\",\"\\u0061\":\"2\"}",
                        "{a:\"b\"}",
                        "{\"" + "k".repeat(60_000) + "\":\"x\"}",
                        "{\"\\ud800\":\"x\"}",
                        "{\"a\":".repeat(5000) + "\"b\"" + "}".repeat(5000),
                        "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}")
                .flatMap(
                        value ->
                                Stream.of(
                                        malformed("metadata", ACCOUNTS, metadata("", value)),
                                        malformed(
                                                "metadata",
                                                TRANSFERS,
                                                transfer("1,\"metadata\":" + value)),
                                        malformed(
                                                "metadata",
                                                "/transfers/batch",
                                                "{\"transfers\":["
                                                        + transfer("1,\"metadata\":" + value)
                                                        + "]}"),
                                        malformed(
                                                "metadata",
                                                "/accounts/{alice}/deposits",
                                                metadata("\"amount\":1,", value)),
                                        malformed("metadata", REVERSE, metadata("", value)),
                                        patch(
                                                "metadata",
                                                CAROL,
                                                metadata("", value),
                                                400,
                                                "malformed-request")));
    }

    private static String metadata(String before, String value) {
        return "{" + before + "\"metadata\":" + value + "}";
    }

    private static Stream<BadRequest> ids() {
        UUID id = UUID.randomUUID();
        return Stream.of(
                        "\"\"",
                        "\"1-1-1-1-1\"",
                        "\"{" + id + "}\"",
                        "\"urn:uuid:" + id + "\"",
                        "\"" + id.toString().replace("-", "") + "\"",
                        "\"" + id + " \"",
                        "\"" + id.toString().replace('-', '_') + "\"",
                        "\"AAAAAAAAAAAAAAAAAAAAAA==\"",
                        "\"gggggggg-0000-4000-8000-000000000000\"",
                        "1",
                        "[]",
                        "{}",
                        "true")
                .flatMap(
                        value ->
                                Stream.of(
                                        malformed(
                                                "id " + value, ACCOUNTS, "{\"id\":" + value + "}"),
                                        malformed(
                                                "from " + value,
                                                TRANSFERS,
                                                "{\"from\":" + value + ",\"amount\":1}")));
    }

    private static String transfer(String amount) {
        return "{\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":" + amount + "}";
    }

    private static BadRequest encoded(Charset charset) {
        return post(
                charset.name(),
                ACCOUNTS,
                "{\"name\":\"Alice\"}".getBytes(charset),
                400,
                "malformed-request");
    }

    /**
     * @param parts texts, and bytes as integers
     */
    private static BadRequest bytes(String what, Object... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object part : List.of(parts)) {
            if (part instanceof Integer single) {
                body.write(single);
            } else {
                body.writeBytes(part.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return post(what, ACCOUNTS, body.toByteArray(), 400, "malformed-request");
    }
}
