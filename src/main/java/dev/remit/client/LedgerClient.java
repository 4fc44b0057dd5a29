package dev.remit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * Calls of the API. All of them may be sent more than once: what writes has an id of its own, or
 * changes nothing more when it is done again.
 */
public final class LedgerClient {

    private final Endpoint endpoint;
    private final Patience patience;
    private final Consumer<String> waiting;

    /**
     * @param waiting is told once a call why it is sent again
     */
    public LedgerClient(Endpoint endpoint, Patience patience, Consumer<String> waiting) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.waiting = waiting;
    }

    public JsonNode get(Query query) throws CallFailed, InterruptedException {
        return send(new Call("GET", query.text(), null, false)).document();
    }

    /**
     * @param body null for none
     * @param dryRun whether to ask only what would come of it
     */
    public Done write(String method, Query query, JsonNode body, boolean dryRun)
            throws CallFailed, InterruptedException {
        Query asked = dryRun ? query.with("dryRun", true) : query;
        return send(new Call(method, asked.text(), body, !dryRun));
    }

    private Done send(Call call) throws CallFailed, InterruptedException {
        return new Attempts(endpoint, call, patience).make(waiting);
    }
}
