package dev.remit.cli;

/** What is done on Ctrl-C while a command runs: the process ends when it returns, not before. */
final class OnInterrupt {

    private final Thread hook;

    private OnInterrupt(Thread hook) {
        this.hook = hook;
    }

    /**
     * From now on.
     *
     * @param name of the thread that does it
     */
    static OnInterrupt run(String name, Runnable action) {
        Thread hook = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(hook);
        return new OnInterrupt(hook);
    }

    /** The command is done: there is nothing to interrupt any more. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Already shutting down: it has been run.
        }
    }
}
