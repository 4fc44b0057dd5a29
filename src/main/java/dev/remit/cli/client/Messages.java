package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.CallFailed.OutcomeUnknown;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Standard error: a sentence for people, or a document for scripts that asked for documents. */
final class Messages {

    private final PrintStream err;
    private final String command;
    private final boolean json;

    Messages(PrintStream err, String command, boolean json) {
        this.err = err;
        this.command = command;
        this.json = json;
    }

    /** What people may want to know, and scripts do not. */
    void note(String sentence) {
        if (!json) {
            line(command + ": " + sentence);
        }
    }

    /**
     * @param id under which it is done at most once; null if it can be done twice without harm
     * @return the exit status
     */
    int failed(CallFailed failure, UUID id) {
        String sentence = TextWidth.harmless(failure.getMessage());
        return switch (failure) {
            case Rejected rejected -> {
                say("rejected", sentence, null, rejected.problem().document());
                yield ExitStatus.REJECTED;
            }
            case Unavailable unavailable -> {
                say("unavailable", sentence, null, MissingNode.getInstance());
                yield ExitStatus.UNAVAILABLE;
            }
            case OutcomeUnknown unknown -> {
                unknown(sentence, id);
                yield ExitStatus.UNKNOWN;
            }
        };
    }

    /**
     * @param because why it is not known what has become of it
     * @param id as above
     */
    void unknown(String because, UUID id) {
        String again = id == null ? "." : " with --id " + id + ": it is not done twice.";
        String advice = " Whether it was done is not known. To find out, run the same again";
        say("unknown", because + advice + again, id, MissingNode.getInstance());
    }

    private void say(String outcome, String sentence, UUID id, JsonNode problem) {
        if (!json) {
            line(command + ": " + sentence);
            return;
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("outcome", outcome).put("detail", sentence);
        if (id != null) {
            document.put("id", id.toString());
        }
        if (problem.isObject()) {
            document.set("problem", problem);
        }
        line(document.toString());
    }

    private void line(String line) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        err.write(bytes, 0, bytes.length);
        err.flush();
    }
}
