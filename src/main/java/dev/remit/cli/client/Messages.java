package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.CallFailed.OutcomeUnknown;
import dev.remit.client.CallFailed.Rejected;
import dev.remit.client.CallFailed.Unavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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
     * @param again what to do where it is not known what has become of it
     * @return the exit status
     */
    int failed(CallFailed failure, String again) {
        return switch (failure) {
            case Rejected rejected -> {
                say("rejected", rejected, "");
                yield ExitStatus.REJECTED;
            }
            case Unavailable unavailable -> {
                say("unavailable", unavailable, "");
                yield ExitStatus.UNAVAILABLE;
            }
            case OutcomeUnknown unknown -> {
                say("unknown", unknown, " Whether it was done is not known: " + again);
                yield ExitStatus.UNKNOWN;
            }
        };
    }

    private void say(String outcome, CallFailed failure, String advice) {
        String sentence = TextWidth.harmless(failure.getMessage()) + advice;
        if (!json) {
            line(command + ": " + sentence);
            return;
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("outcome", outcome).put("detail", sentence);
        if (failure instanceof Rejected rejected && rejected.problem().document().isObject()) {
            document.set("problem", rejected.problem().document());
        }
        line(document.toString());
    }

    private void line(String line) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        err.write(bytes, 0, bytes.length);
        err.flush();
    }
}
