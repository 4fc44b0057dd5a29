package dev.remit.terminal;

/** What is done on Ctrl-C while a command runs: the process ends when it returns, not before. */
public final class OnInterrupt {

    private final Thread hook;

    private OnInterrupt(Thread hook) {
        this.hook = hook;
    }

    /**
     * From now on.
     *
     * @param name of the thread that does it
     */
    public static OnInterrupt run(String name, Runnable action) {
        Thread hook = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(hook);
        return new OnInterrupt(hook);
    }

    /** The command is done: there is nothing to interrupt any more. */
    public void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Already shutting down: it has been run.
        }
    }
}
