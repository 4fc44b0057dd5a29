package dev.remit.ledger;

import java.util.List;

/**
 * One or more commands of one call, in order.
 *
 * @param isAtomic whether they take effect together or not at all; otherwise each does, or does
 *     not, for itself
 * @param isDry whether only to find out what would come of it
 * @param actor who asks for it, as the history will name them; null if nobody is named
 */
public record Request(List<Command> commands, boolean isAtomic, boolean isDry, String actor) {

    public Request {
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("a request has at least one command");
        }
    }

    /** All or nothing, of nobody in particular. */
    public static Request of(Command command) {
        return allOf(List.of(command));
    }

    /** All or nothing, of nobody in particular. */
    public static Request allOf(List<? extends Command> commands) {
        return new Request(List.copyOf(commands), true, false, null);
    }

    /** Each for itself, of nobody in particular. */
    public static Request eachOf(List<? extends Command> commands) {
        return new Request(List.copyOf(commands), false, false, null);
    }

    /**
     * The same, asked for by somebody.
     *
     * @param actor null for nobody in particular
     */
    public Request by(String actor) {
        return new Request(commands, isAtomic, isDry, actor);
    }

    /** The same, of which nothing takes effect if it is dry. */
    public Request dry(boolean isDry) {
        return new Request(commands, isAtomic, isDry, actor);
    }

    public int size() {
        return commands.size();
    }
}
