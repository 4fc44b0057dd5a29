package dev.remit.devdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends a server and removes its folder when this process ends, however it ends.
 *
 * <p>A shutdown hook does not run after SIGKILL, and after a live reload it may belong to a class
 * loader that is closed. So a shell waits at the other end of a pipe that only this process holds
 * open: the operating system closes it with the process. Ctrl-C reaches the shell too, and is
 * ignored, because this process may still need the database to end in good order.
 */
final class Reaper implements AutoCloseable {

    /** More than the shell needs: it kills after five seconds. */
    private static final long PATIENCE_SECONDS = 15;

    /**
     * $1: the folder; $2: the file with the server's process id; $3: the signal that asks the
     * server to end. A process id may have been given to another process since: only one whose
     * command line names the folder is ended. A start that was interrupted half-way may still write
     * to the folder: hence the rounds.
     */
    private static final String SCRIPT =
            """
            trap '' HUP INT QUIT TERM
            cat >/dev/null
            ours() {
                case "$( (tr '\\0' ' ' <"/proc/$pid/cmdline" || ps -o args= -p "$pid") 2>/dev/null)" in
                *"$folder"*) return 0 ;;
                esac
                return 1
            }
            folder=$1
            round=0
            while [ -d "$folder" ] && [ "$round" -lt 5 ]; do
                pid=$(head -n 1 "$2" 2>/dev/null)
                if [ -n "$pid" ] && ours; then
                    kill "-$3" "$pid" 2>/dev/null
                    wait=0
                    while ours && [ "$wait" -lt 50 ]; do
                        sleep 0.1
                        wait=$((wait + 1))
                    done
                    ours && kill -KILL "$pid" 2>/dev/null
                fi
                rm -rf "$folder" 2>/dev/null
                round=$((round + 1))
                [ -d "$folder" ] && sleep 0.5
            done
            """;

    private final Path folder;

    /**
     * The JDK itself holds on to a process that has not ended, so the pipe is not closed by garbage
     * collection.
     */
    private final Process shell;

    private Reaper(Path folder, Process shell) {
        this.folder = folder;
        this.shell = shell;
    }

    /**
     * Makes a folder and keeps it, and the server whose process id will be in a file of it.
     *
     * @param pidFile relative to the folder
     * @param signal the name of the signal that asks the server to end, without SIG
     */
    static Reaper start(String pidFile, String signal) throws NotAvailable {
        try {
            Path folder = Files.createTempDirectory("remit-devdb-");
            try {
                List<String> command =
                        List.of(
                                "sh",
                                "-c",
                                SCRIPT,
                                "remit-devdb-reaper",
                                folder.toString(),
                                folder.resolve(pidFile).toString(),
                                signal);
                Process shell =
                        new ProcessBuilder(command)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                return new Reaper(folder, shell);
            } catch (IOException e) {
                Files.delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new NotAvailable(
                    "no temporary folder or no shell to start it with (" + e.getMessage() + ")");
        }
    }

    Path folder() {
        return folder;
    }

    /** Ends the server and removes the folder. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server in " + folder + " does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            // The shell goes on and does its work.
            Thread.currentThread().interrupt();
        }
    }
}
