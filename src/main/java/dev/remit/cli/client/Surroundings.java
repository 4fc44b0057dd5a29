package dev.remit.cli.client;

import java.io.PrintStream;
import java.util.OptionalInt;

/** What a command finds around it. */
public interface Surroundings {

    PrintStream out();

    PrintStream err();

    /** Of the environment; null if it is not set, or empty. */
    String variable(String name);

    /** How many characters fit into a line of the terminal; empty if it writes to none. */
    OptionalInt terminalWidth();

    /** From now on: what is done on Ctrl-C before the process ends. */
    Interruption onInterrupt(Runnable action);

    /** What an interrupt would bring about. */
    interface Interruption {

        /** The command is done: there is nothing to interrupt any more. */
        void forget();
    }
}
