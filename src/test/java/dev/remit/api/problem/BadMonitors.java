package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.invalid;
import static dev.remit.api.problem.BadRequest.malformed;
import static dev.remit.api.problem.BadRequest.post;

import java.util.stream.Stream;

/** Requests about monitors that cannot be read, break a rule, or are not allowed by the books. */
final class BadMonitors {

    private static final String MONITORS = "/monitors";

    private BadMonitors() {}

    static Stream<BadRequest> all() {
        return Stream.of(bodies(), lines(), rules(), refused(), unknown())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> bodies() {
        return Stream.of(
                        "",
                        "null",
                        "[]",
                        "hello",
                        "{} x",
                        "{\"blow\":1}",
                        "{\"id\":\"1\"}",
                        "{\"account\":1}",
                        "{\"account\":\"x\"}",
                        "{\"account\":[\"{alice}\"]}",
                        "{\"account\":\"{alice}\",\"below\":1,\"below\":2}")
                .map(body -> malformed("monitor", MONITORS, body));
    }

    private static Stream<BadRequest> lines() {
        return Stream.of("1.5", "1e3", "\"10\"", "true", "[1]", "{}", "+1", "01")
                .flatMap(
                        line ->
                                Stream.of(
                                        malformed("line", MONITORS, monitor("below", line)),
                                        malformed("line", MONITORS, monitor("above", line))));
    }

    private static Stream<BadRequest> rules() {
        String slug = "invalid-request";
        return Stream.of(
                invalid("nothing", MONITORS, "{}"),
                invalid("no account", MONITORS, "{\"below\":1}"),
                invalid("no line", MONITORS, "{\"account\":\"{alice}\"}"),
                invalid("null for a line", MONITORS, monitor("above", "null")),
                invalid("two lines", MONITORS, monitor("below", "1,\"above\":2")),
                invalid("too low", MONITORS, monitor("below", "-9007199254740992")),
                invalid("too high", MONITORS, monitor("below", "9007199254740992")),
                invalid("too low", MONITORS, monitor("above", "-9007199254740992")),
                invalid("too high", MONITORS, monitor("above", "9007199254740992")),
                invalid("two ids", MONITORS, monitor("above", "1,\"id\":\"" + NOBODY + "\""))
                        .with("Idempotency-Key", "another"),
                invalid("no key", MONITORS, monitor("above", "1")).with("Idempotency-Key", ""),
                post(
                        "dry run",
                        MONITORS + "?dryRun=yes",
                        monitor("above", "1"),
                        400,
                        slug,
                        "errors"),
                get("limit", MONITORS + "?limit=0", 400, slug, "errors"),
                get("after", MONITORS + "?after=x", 400, slug, "errors"),
                get("account", MONITORS + "?account=x", 400, slug, "errors"),
                get("account", MONITORS + "?account=", 400, slug, "errors"),
                delete("dry run", MONITORS + "/{watching}?dryRun=", 400, slug, "errors"));
    }

    private static Stream<BadRequest> refused() {
        return Stream.of(
                post(
                        "account that is not there",
                        MONITORS,
                        "{\"account\":\"" + NOBODY + "\",\"below\":1}",
                        422,
                        "account-not-found",
                        "account"),
                post(
                        "one too many",
                        MONITORS,
                        "{\"account\":\"{full}\",\"below\":1}",
                        422,
                        "monitor-limit",
                        "account"),
                exists("other line", "{watching}", "{full}", "\"below\":6"),
                exists("other side", "{watching}", "{full}", "\"above\":5"),
                exists("other account", "{watching}", "{alice}", "\"below\":5"),
                exists("the same, but deleted", "{deleted}", "{bob}", "\"below\":5"));
    }

    private static Stream<BadRequest> unknown() {
        String slug = "monitor-not-found";
        return Stream.of("{deleted}", NOBODY, "{alice}", "x", "%00", "1-1-1-1-1")
                .map(id -> MONITORS + "/" + id)
                .flatMap(
                        path ->
                                Stream.of(
                                        get("no monitor", path, 404, slug, "monitor"),
                                        delete("no monitor", path, 404, slug, "monitor")));
    }

    private static BadRequest exists(String what, String id, String account, String line) {
        return post(
                what,
                MONITORS,
                "{\"id\":\"%s\",\"account\":\"%s\",%s}".formatted(id, account, line),
                409,
                "monitor-exists",
                "monitor");
    }

    private static String monitor(String side, String line) {
        return "{\"account\":\"{alice}\",\"%s\":%s}".formatted(side, line);
    }
}
