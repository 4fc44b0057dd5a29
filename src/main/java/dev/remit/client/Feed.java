package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * Which events are wanted, and the two ways to get them: a page of those that there are, or a
 * stream of those that are to come.
 */
public final class Feed {

    private static final String EVENTS = "/events";
    private static final String EVENT_STREAM = "text/event-stream";
    private static final int NOT_ACCEPTABLE = 406;
    private static final int PAGE = 1000;

    private final Endpoint endpoint;
    private final LedgerClient client;
    private final Patience patience;
    private final Query wanted;

    /**
     * @param types of events; none for all
     * @param account null for all
     */
    public Feed(
            Endpoint endpoint,
            LedgerClient client,
            Patience patience,
            List<String> types,
            Object account) {
        this.endpoint = endpoint;
        this.client = client;
        this.patience = patience;
        this.wanted = Query.of(EVENTS).withAll("type", types).with("account", account);
    }

    /** Before all that happens from now on, and behind all that has. */
    public Place now() throws CallFailed, InterruptedException {
        JsonNode head = client.get(Query.of("/ledger"));
        return new Place(head.path("sequence").asLong() + 1, 0);
    }

    JsonNode page(Place after) throws CallFailed, InterruptedException {
        return client.get(wanted.with("limit", PAGE).with("after", after));
    }

    /**
     * @return null if the service gives pages only
     */
    InputStream stream(Place after) throws IOException, CallFailed, InterruptedException {
        HttpResponse<InputStream> answer =
                endpoint.open(wanted.with("after", after), EVENT_STREAM, patience.attempt());
        boolean isStream =
                answer.headers().firstValue("Content-Type").orElse("").startsWith(EVENT_STREAM);
        if (answer.statusCode() == 200 && isStream) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == NOT_ACCEPTABLE || answer.statusCode() == 200) {
                return null;
            }
            throw failure(new Answer(answer.statusCode(), body.readAllBytes(), null, false));
        }
    }

    /** What it means that there was no answer. */
    String silent(IOException failed) {
        return endpoint.silent(failed);
    }

    private static CallFailed failure(Answer answer) {
        Problem problem = answer.problem();
        return answer.isTemporary() || problem.status() < 400
                ? new Unavailable(problem.sentence(), null)
                : new Rejected(problem);
    }
}
