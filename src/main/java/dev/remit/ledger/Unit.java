package dev.remit.ledger;

import java.util.List;

/** One or more commands that take effect together or not at all. */
public record Unit(List<Command> commands) {

    public Unit {
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("a unit has at least one command");
        }
    }

    public static Unit of(Command command) {
        return new Unit(List.of(command));
    }

    public int size() {
        return commands.size();
    }
}
