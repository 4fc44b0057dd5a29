package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Endpoint;
import dev.remit.client.LedgerClient;
import dev.remit.client.Patience;
import dev.remit.client.Query;
import java.time.Duration;
import java.util.UUID;

/** What a command works with while it runs. */
record Session(
        Endpoint endpoint,
        LedgerClient client,
        Patience patience,
        Surroundings around,
        Output output,
        Messages messages) {

    /** Nobody waits any longer for the sake of how something looks. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** What an account's money is counted in, as far as the token lets its bearer know. */
    Unit unitOf(UUID account) throws InterruptedException {
        LedgerClient hasty = new LedgerClient(endpoint, new Patience(SHORT, SHORT), because -> {});
        try {
            return Unit.of(hasty.get(account(account)));
        } catch (CallFailed e) {
            return Unit.MINOR;
        }
    }

    static Query account(UUID account) {
        return Query.of("/accounts/" + account);
    }

    /** Shows one thing. */
    void show(JsonNode document, Fields fields) {
        if (output.isJson()) {
            output.json(document);
        } else {
            output.lines(fields.lines());
        }
    }
}
