package dev.remit.api.problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A request that is to be refused, and how.
 *
 * @param what is wrong with it
 * @param headers name, value, name, value, …
 * @param body null for none
 * @param members that the problem has besides those that every problem has
 */
public record BadRequest(
        String what,
        String method,
        String path,
        List<String> headers,
        byte[] body,
        int status,
        String slug,
        List<String> members) {

    /** Of an account with 1,000 in it, in paths and bodies. */
    static final String ALICE = "{alice}";

    /** Of an empty account. */
    static final String BOB = "{bob}";

    /** Of an account that holds all that an account can. */
    static final String FULL = "{full}";

    /** An empty account in another currency. */
    static final String EUROS = "{euros}";

    /** The id of a transfer of 10 from Alice to Bob. */
    static final String POSTED = "{posted}";

    /**
     * An account with 10 in it, an overdraft of 50, a hold of 40 and metadata of more than half of
     * what is kept.
     */
    static final String CAROL = "{carol}";

    /** An empty account on which nothing moves. */
    static final String FROZEN = "{frozen}";

    /** The id of the hold of 40 from Carol to Bob. */
    static final String HELD = "{held}";

    /** The id of a hold that was voided. */
    static final String VOIDED = "{voided}";

    /** The id of a deposit that was reversed. */
    static final String REVERSED = "{reversed}";

    /** The id of what reversed it. */
    static final String REVERSAL = "{reversal}";

    /** The id of one of as many monitors of the full account as there may be. */
    static final String WATCHING = "{watching}";

    /** The id of a monitor of Bob that was deleted. */
    static final String DELETED = "{deleted}";

    /** An id that means nothing to the service. */
    static final String NOBODY = UUID.randomUUID().toString();

    static BadRequest get(String what, String path, int status, String slug, String... members) {
        return new BadRequest(what, "GET", path, List.of(), null, status, slug, List.of(members));
    }

    static BadRequest delete(String what, String path, int status, String slug, String... members) {
        return new BadRequest(
                what, "DELETE", path, List.of(), null, status, slug, List.of(members));
    }

    static BadRequest post(
            String what, String path, String body, int status, String slug, String... members) {
        return post(what, path, body.getBytes(StandardCharsets.UTF_8), status, slug, members);
    }

    static BadRequest post(
            String what, String path, byte[] body, int status, String slug, String... members) {
        return new BadRequest(
                what,
                "POST",
                path,
                List.of("Content-Type", "application/json"),
                body,
                status,
                slug,
                List.of(members));
    }

    static BadRequest patch(
            String what, String path, String body, int status, String slug, String... members) {
        return post(what, path, body, status, slug, members)
                .withoutHeaders()
                .with("Content-Type", "application/merge-patch+json")
                .by("PATCH");
    }

    static BadRequest malformed(String what, String path, String body) {
        return post(what, path, body, 400, "malformed-request");
    }

    static BadRequest invalid(String what, String path, String body) {
        return post(what, path, body, 400, "invalid-request", "errors");
    }

    BadRequest with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(Arrays.asList(header, value));
        return new BadRequest(what, method, path, more, body, status, slug, members);
    }

    BadRequest by(String otherMethod) {
        return new BadRequest(what, otherMethod, path, headers, body, status, slug, members);
    }

    BadRequest withoutHeaders() {
        return new BadRequest(what, method, path, List.of(), body, status, slug, members);
    }

    @Override
    public String toString() {
        return "%s: %s %s → %d %s".formatted(what, method, path, status, slug);
    }
}
