package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.patch;
import static dev.remit.api.problem.BadRequest.post;

import java.util.stream.Stream;

/** Requests that are wrong whatever their bodies say. */
final class BadHttp {

    private static final String TRANSFER = "{\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":1}";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private BadHttp() {}

    static Stream<BadRequest> all() {
        return Stream.of(methods(), paths(), mediaTypes()).flatMap(stream -> stream);
    }

    private static Stream<BadRequest> methods() {
        return Stream.of(
                        notAllowed("/accounts", "PUT", "PATCH", "DELETE", "TRACE"),
                        notAllowed("/accounts/batch", "GET", "PUT", "DELETE"),
                        notAllowed("/accounts/summary", "POST", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}", "POST", "PUT", "FOO"),
                        notAllowed("/accounts/{alice}/", "PUT"),
                        notAllowed("/accounts/{alice}/transfers", "POST", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}/statement", "POST", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}/statement.json", "POST", "DELETE"),
                        notAllowed("/accounts/{alice}/statement.csv", "POST", "PATCH"),
                        notAllowed("/accounts/{alice}/statement.xml", "POST", "TRACE"),
                        notAllowed("/accounts/{alice}/deposits", "GET", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}/withdrawals", "GET", "PATCH", "DELETE"),
                        notAllowed("/accounts/{carol}/terms", "POST", "PUT", "PATCH", "DELETE"),
                        notAllowed("/accounts/{carol}/holds", "POST", "PUT", "PATCH", "DELETE"),
                        notAllowed("/transfers/{held}/post", "GET", "PUT", "PATCH", "DELETE"),
                        notAllowed("/transfers/{held}/void", "GET", "PUT", "PATCH", "DELETE"),
                        notAllowed("/transfers/{posted}/reverse", "GET", "PUT", "DELETE"),
                        notAllowed("/accounts.csv", "POST", "PUT", "DELETE"),
                        notAllowed("/transfers.ndjson", "POST", "PUT", "DELETE"),
                        notAllowed("/events", "POST", "PUT", "PATCH", "DELETE"),
                        notAllowed("/transfers/batch", "GET", "PUT", "DELETE"),
                        notAllowed("/transfers", "PUT", "DELETE", "PATCH"),
                        notAllowed("/transfers/" + NOBODY, "POST", "PUT", "PATCH", "DELETE"))
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> notAllowed(String path, String... methods) {
        return Stream.of(methods)
                .map(method -> post("method", path, "{}", 405, "method-not-allowed").by(method));
    }

    private static Stream<BadRequest> paths() {
        return Stream.of(
                notFound("/account"),
                notFound("/Accounts"),
                notFound("/accounts/{alice}/transfers/1"),
                notFound("/accounts/{alice}/balance"),
                notFound("/accounts/{alice}/terms/1"),
                notFound("/accounts/{alice}/holds/{held}"),
                notFound("/transfers/{held}/capture"),
                notFound("/transfers/{held}/post/1"),
                post("path", "/transfers/{held}/Void", "{}", 404, "not-found"),
                notFound("/accounts/{alice}/statement.pdf"),
                notFound("/accounts/{alice}/statement.csv/1"),
                notFound("/transfers/" + NOBODY + "/x"),
                notFound("/events/1.1"),
                notFound("/favicon.ico"),
                notFound("/index.html"),
                notFound("/q/nothing"),
                notFound("/../etc/passwd"),
                post("path", "/nothing", "{}", 404, "not-found"),
                post("path", "/nothing", "{", 404, "not-found").by("DELETE"));
    }

    private static BadRequest notFound(String path) {
        return get("path", path, 404, "not-found");
    }

    private static Stream<BadRequest> mediaTypes() {
        BadRequest transfer = post("type", "/transfers", TRANSFER, 415, "unsupported-media-type");
        BadRequest account = post("type", "/accounts", "{}", 415, "unsupported-media-type");
        BadRequest answer = post("answer", "/transfers", TRANSFER, 406, "not-acceptable");
        BadRequest list = get("answer", "/accounts", 406, "not-acceptable");
        BadRequest change = patch("type", "/accounts/{carol}", "{}", 415, "unsupported-media-type");
        BadRequest released =
                post("type", "/transfers/{held}/void", "{}", 415, "unsupported-media-type");
        BadRequest statement = get("answer", "/accounts/{alice}/statement", 406, "not-acceptable");
        BadRequest csv = get("answer", "/accounts/{alice}/statement.csv", 406, "not-acceptable");
        BadRequest xml = get("answer", "/accounts/{alice}/statement.xml", 406, "not-acceptable");
        BadRequest events = get("answer", "/events", 406, "not-acceptable");
        return Stream.concat(
                Stream.of(
                                "text/plain",
                                "application/xml",
                                "application/x-www-form-urlencoded",
                                "json")
                        .flatMap(
                                type ->
                                        Stream.of(transfer, account, change, released)
                                                .map(request -> typed(request, type))),
                Stream.of(
                        transfer.with("Content-Encoding", "gzip"),
                        account.with("Content-Encoding", "br"),
                        transfer.withoutHeaders(),
                        account.withoutHeaders(),
                        typed(transfer, MERGE_PATCH),
                        typed(released, MERGE_PATCH),
                        typed(change, "application/json-patch+json"),
                        typed(change, "application/jsonl"),
                        change.with("Content-Encoding", "gzip"),
                        change.withoutHeaders(),
                        released.withoutHeaders(),
                        patch("answer", "/accounts/{carol}", "{}", 406, "not-acceptable")
                                .with("Accept", MERGE_PATCH),
                        answer.with("Accept", "application/xml"),
                        answer.with("Accept", "text/html"),
                        statement.with("Accept", "text/html"),
                        csv.with("Accept", "application/json"),
                        xml.with("Accept", "text/xml, text/csv"),
                        list.with("Accept", "text/csv"),
                        events.with("Accept", "application/cloudevents+json"),
                        list.with("Accept", "application/xml, text/html;q=0.9")));
    }

    private static BadRequest typed(BadRequest request, String type) {
        return request.withoutHeaders().with("Content-Type", type);
    }
}
