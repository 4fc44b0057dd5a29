package dev.remit.bank;

import java.io.IOException;

/** What a client knows of a wish after having asked once. */
sealed interface Answer {

    /** Acknowledged. */
    record Posted(Movement movement, boolean replayed) implements Answer {}

    /** Refused by a rule: nothing was posted. */
    record Refused(String slug) implements Answer {}

    /** Not done, for the time being: nothing was posted. */
    record Postponed(String slug) implements Answer {}

    /** Posted or not: no answer, or one that says just that. */
    record Unknown(String why) implements Answer {}

    /** No answer of this service looks like this. */
    record Strange(String what) implements Answer {}

    static Answer to(Wish wish, RemitClient client) {
        try {
            return of(client.ask(wish));
        } catch (IOException e) {
            return new Unknown(e.toString());
        }
    }

    private static Answer of(Reply reply) {
        return switch (reply.status()) {
            case 200, 201 ->
                    reply.replayed() == (reply.status() == 200)
                            ? new Posted(reply.movement(), reply.replayed())
                            : new Strange(reply.toString());
            case 404, 409, 422 -> new Refused(reply.slug());
            case 503 -> postponed(reply);
            default -> new Strange(reply.toString());
        };
    }

    private static Answer postponed(Reply reply) {
        if (reply.retryAfter() == null) {
            return new Strange("no Retry-After: " + reply);
        }
        return reply.slug().equals("outcome-unknown")
                ? new Unknown(reply.slug())
                : new Postponed(reply.slug());
    }
}
