package dev.remit.ledger;

import java.util.List;

/**
 * One or more commands that take effect together or not at all.
 *
 * @param actor who asks for it, as the history will name them; null if nobody is named
 */
public record Request(List<Command> commands, String actor) {

    public Request {
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("a request has at least one command");
        }
    }

    /** Of nobody in particular. */
    public Request(List<Command> commands) {
        this(commands, null);
    }

    /** Of nobody in particular. */
    public static Request of(Command command) {
        return new Request(List.of(command));
    }

    /**
     * The same, asked for by somebody.
     *
     * @param actor null for nobody in particular
     */
    public Request by(String actor) {
        return new Request(commands, actor);
    }

    public int size() {
        return commands.size();
    }
}
