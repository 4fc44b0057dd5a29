package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import dev.remit.client.Query;
import picocli.CommandLine.Option;

/** A command that changes something. */
abstract class WriteCommand extends ClientCommand {

    @Option(
            names = "--dry-run",
            order = 80,
            description = "ask only what would come of it, and change nothing")
    private boolean dryRun;

    /**
     * Sends it until there is an answer.
     *
     * @param body null for none
     */
    final Done write(Session session, String method, Query query, JsonNode body)
            throws CallFailed, InterruptedException {
        Runnable lastWord = () -> session.messages().unknown("ended.", id());
        var interruption = session.around().onInterrupt(dryRun ? () -> {} : lastWord);
        try {
            Done done = session.client().write(method, query, body, dryRun);
            if (dryRun) {
                session.messages().note("a dry run: nothing was changed.");
            } else if (done.replayed()) {
                session.messages().note("it had been done before, with the same id.");
            }
            return done;
        } finally {
            interruption.forget();
        }
    }
}
