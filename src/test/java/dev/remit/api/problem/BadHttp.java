package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.post;

import java.util.stream.Stream;

/** Requests that are wrong whatever their bodies say. */
final class BadHttp {

    private static final String TRANSFER = "{\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":1}";

    private BadHttp() {}

    static Stream<BadRequest> all() {
        return Stream.of(methods(), paths(), mediaTypes()).flatMap(stream -> stream);
    }

    private static Stream<BadRequest> methods() {
        return Stream.of(
                        notAllowed("/accounts", "PUT", "PATCH", "DELETE", "TRACE"),
                        notAllowed("/accounts/batch", "GET", "PUT", "DELETE"),
                        notAllowed("/accounts/summary", "POST", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}", "POST", "PUT", "PATCH", "FOO"),
                        notAllowed("/accounts/{alice}/", "PUT"),
                        notAllowed("/accounts/{alice}/transfers", "POST", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}/deposits", "GET", "PUT", "DELETE"),
                        notAllowed("/accounts/{alice}/withdrawals", "GET", "PATCH", "DELETE"),
                        notAllowed("/accounts.csv", "POST", "PUT", "DELETE"),
                        notAllowed("/transfers.ndjson", "POST", "PUT", "DELETE"),
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
                notFound("/transfers/" + NOBODY + "/x"),
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
        return Stream.concat(
                Stream.of(
                                "text/plain",
                                "application/xml",
                                "application/x-www-form-urlencoded",
                                "json")
                        .flatMap(type -> Stream.of(typed(transfer, type), typed(account, type))),
                Stream.of(
                        transfer.with("Content-Encoding", "gzip"),
                        account.with("Content-Encoding", "br"),
                        transfer.withoutHeaders(),
                        account.withoutHeaders(),
                        answer.with("Accept", "application/xml"),
                        answer.with("Accept", "text/html"),
                        list.with("Accept", "text/csv"),
                        list.with("Accept", "application/xml, text/html;q=0.9")));
    }

    private static BadRequest typed(BadRequest request, String type) {
        return request.withoutHeaders().with("Content-Type", type);
    }
}
