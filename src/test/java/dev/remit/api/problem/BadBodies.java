package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.malformed;
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

    private BadBodies() {}

    static Stream<BadRequest> all() {
        return Stream.of(everywhere(), json(), encodings(), numbers(), texts(), ids())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> everywhere() {
        return Stream.of(
                        ACCOUNTS,
                        "/accounts/batch",
                        TRANSFERS,
                        "/transfers/batch",
                        "/accounts/{alice}/deposits",
                        "/accounts/{alice}/withdrawals")
                .flatMap(
                        path ->
                                Stream.of(
                                        malformed("not JSON", path, "hello"),
                                        malformed("nothing", path, ""),
                                        malformed("null", path, "null"),
                                        malformed("array instead of an object", path, "[]"),
                                        malformed("unknown field", path, "{\"blance\":1}"),
                                        malformed("trailing text", path, "{} x")));
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
                                                "reference " + value,
                                                "/accounts/{alice}/deposits",
                                                "{\"amount\":1,\"reference\":" + value + "}")));
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
