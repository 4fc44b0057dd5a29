package dev.remit.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.BatchValidator;
import dev.remit.commit.CommitQueue;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.PrintStream;
import java.time.Duration;

/** Imports files into the ledger. */
@ApplicationScoped
public class Importer {

    /** As long as the last request may take to be committed, or to be refused. */
    private static final Duration LAST_COMMIT = Duration.ofSeconds(15);

    private final CommitQueue queue;
    private final ObjectMapper json;
    private final BatchValidator validator;

    /** The one that has begun last; null if none has. */
    private volatile ImportRun last;

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
        ImportRun run = new ImportRun(queue, json, validator, source, content, report);
        last = run;
        return run;
    }

    /**
     * On Ctrl-C, before anything is taken down that a commit needs: what is being committed is
     * told, but nobody waits for a file that does not end.
     */
    void end(@Observes ShutdownEvent shutdown) throws InterruptedException {
        ImportRun run = last;
        if (run != null) {
            run.stop();
            run.awaitEnd(LAST_COMMIT);
        }
    }
}
