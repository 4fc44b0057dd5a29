package dev.remit.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.BatchValidator;
import dev.remit.commit.CommitQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;

/** Imports files into the ledger. */
@ApplicationScoped
public class Importer {

    private final CommitQueue queue;
    private final ObjectMapper json;
    private final BatchValidator validator;

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
}
