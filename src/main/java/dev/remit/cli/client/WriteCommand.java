package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Option;

/** A command that changes something. */
abstract class WriteCommand extends ClientCommand {

    @Option(
            names = "--dry-run",
            order = 80,
            description = "ask only what would come of it, and change nothing")
    private boolean dryRun;

    /** Under which it is done at most once; null if it can be done twice without harm. */
    UUID id() {
        return null;
    }

    @Override
    final String again() {
        return id() == null
                ? super.again()
                : "run the same again with --id " + id() + ", and it is not done twice.";
    }

    /**
     * Sends it until there is an answer.
     *
     * @param body null for none
     */
    final Done write(Session session, String method, Query query, JsonNode body)
            throws CallFailed, InterruptedException {
        var interruption =
                session.around().onInterrupt(dryRun ? () -> {} : () -> lastWord(session));
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

    private void lastWord(Session session) {
        session.messages().note("ended. Whether it was done is not known: " + again());
    }
}
