package dev.remit.ledger;

import java.util.List;

/** One or more commands that take effect together or not at all. */
public record Request(List<Command> commands) {

    public Request {
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("a request has at least one command");
        }
    }

    public static Request of(Command command) {
        return new Request(List.of(command));
    }

    public int size() {
        return commands.size();
    }
}
