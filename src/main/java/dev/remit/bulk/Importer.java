package dev.remit.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.BatchValidator;
import dev.remit.commit.CommitQueue;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Imports files into the ledger. */
@ApplicationScoped
public class Importer {

    /** As long as the last request may take to be committed, or to be refused. */
    private static final Duration LAST_COMMIT = Duration.ofSeconds(15);

    private record UnderWay(ImportRun run, FutureTask<ImportResult> task) {}

    private final CommitQueue queue;
    private final ObjectMapper json;
    private final BatchValidator validator;

    /** Null if none is. */
    private volatile UnderWay underWay;

    Importer(CommitQueue queue, ObjectMapper json, BatchValidator validator) {
        this.queue = queue;
        this.json = json;
        this.validator = validator;
    }

    /**
     * One that has not begun yet.
     *
     * @param content what the rows are; null if the file is to say it
     * @param report is told of every row that is rejected, a line each
     */
    public ImportRun run(ImportSource source, FileContent content, PrintStream report) {
        return new ImportRun(queue, json, validator, source, content, report);
    }

    /**
     * Lets it run on a thread of its own. It is cancelled if the program has to end and it does not
     * come to an end itself.
     */
    public Future<ImportResult> start(ImportRun run) {
        FutureTask<ImportResult> task = new FutureTask<>(run::run);
        underWay = new UnderWay(run, task);
        Thread.ofPlatform().name("remit-import").daemon().start(task);
        return task;
    }

    /**
     * On Ctrl-C, before anything is taken down that a commit needs: what is being committed is
     * told, but nobody waits for a file that does not end.
     */
    void end(@Observes ShutdownEvent shutdown) {
        if (underWay == null) {
            return;
        }
        underWay.run().stop();
        try {
            underWay.task().get(LAST_COMMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            underWay.task().cancel(true);
        } catch (ExecutionException | CancellationException e) {
            // The command tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
