package dev.remit.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.BatchValidator;
import dev.remit.api.LedgerProblems;
import dev.remit.commit.CommitQueue;
import dev.remit.commit.NotCommitted;
import dev.remit.commit.NotCommitted.Reason;
import dev.remit.ledger.Command;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Imports one file, in its order: so many rows are one request, and while that is committed the
 * next ones are read. No request is under way beside another one, because if the first one failed
 * and the second one did not, transfers would come in another order than that of the file; and it
 * would gain nothing, because commits take turns anyway.
 *
 * <p>Every row has an id of its own, under which it is never in twice. So a request can be repeated
 * when it is not known what became of it, and an import when it has ended in the middle.
 */
public final class ImportRun {

    /** As many commands as usually fit into a commit. */
    static final int ROWS = 1_000;

    /** For how long a database that cannot work is asked again. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CommitQueue queue;
    private final ObjectMapper json;
    private final BatchValidator validator;
    private final ImportSource source;
    private final FileContent content;
    private final PrintStream report;
    private final ImportProgress progress = new ImportProgress();
    private ImportResult result = ImportResult.NOTHING;
    private volatile boolean stopped;

    ImportRun(
            CommitQueue queue,
            ObjectMapper json,
            BatchValidator validator,
            ImportSource source,
            FileContent content,
            PrintStream report) {
        this.queue = queue;
        this.json = json;
        this.validator = validator;
        this.source = source;
        this.content = content;
        this.report = report;
    }

    /** How far it is. */
    public ImportProgress progress() {
        return progress;
    }

    /** To end it behind what is being committed. */
    public void stop() {
        stopped = true;
    }

    /**
     * Imports the file to its end, unless it is stopped.
     *
     * @throws ImportFailed if it cannot go on
     */
    public ImportResult run() throws ImportFailed, InterruptedException {
        try {
            progress.begin(source.size());
            try (InputStream in = source.open(progress)) {
                return run(new RowReader(in, source.format(), content, json, validator));
            }
        } catch (IOException e) {
            throw new ImportFailed("The file cannot be read to its end: " + e.getMessage() + ".");
        } finally {
            report.flush();
        }
    }

    private ImportResult run(RowReader reader)
            throws IOException, ImportFailed, InterruptedException {
        List<Row> rows = reader.next(ROWS);
        while (!rows.isEmpty() && !stopped) {
            Request request = request(rows);
            CompletableFuture<List<Outcome>> answer = submit(request);
            List<Row> next;
            try {
                next = reader.next(ROWS);
            } finally {
                // Also if nothing more can be read: what was asked for is told.
                settle(rows, request, answer);
            }
            rows = next;
        }
        if (rows.isEmpty()) {
            result = result.whole();
        }
        return result;
    }

    /** Null if there is nothing to be asked for. */
    private static Request request(List<Row> rows) {
        List<Command> commands =
                rows.stream().filter(row -> !row.isRefused()).map(Row::command).toList();
        return commands.isEmpty() ? null : Request.eachOf(commands);
    }

    private CompletableFuture<List<Outcome>> submit(Request request) {
        return request == null
                ? CompletableFuture.completedFuture(List.of())
                : queue.submit(request).toCompletableFuture();
    }

    private void settle(List<Row> rows, Request request, CompletableFuture<List<Outcome>> first)
            throws ImportFailed, InterruptedException {
        Iterator<Outcome> outcomes = outcomes(rows, request, first).iterator();
        for (Row row : rows) {
            if (row.isRefused()) {
                reject(row, row.refusal());
                result = result.plusRejected();
            } else {
                Outcome outcome = outcomes.next();
                if (outcome instanceof Outcome.Rejected rejected) {
                    reject(row, LedgerProblems.of(rejected.rejection()).detail());
                }
                result = result.plus(outcome);
            }
        }
        progress.now(result);
    }

    private void reject(Row row, String reason) {
        report.println("line " + row.line() + ": " + reason);
    }

    private List<Outcome> outcomes(
            List<Row> rows, Request request, CompletableFuture<List<Outcome>> first)
            throws ImportFailed, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        CompletableFuture<List<Outcome>> answer = first;
        while (true) {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                Reason reason = reason(e.getCause());
                boolean isOver = stopped || System.nanoTime() > end;
                if (isOver || reason == Reason.INTERNAL || reason == Reason.SHUTTING_DOWN) {
                    throw new ImportFailed(
                            "Lines %d to %d: %s"
                                    .formatted(
                                            rows.getFirst().line(),
                                            rows.getLast().line(),
                                            LedgerProblems.of(reason).detail()));
                }
                Thread.sleep(PAUSE);
                answer = submit(request);
            }
        }
    }

    private static Reason reason(Throwable failed) {
        return failed instanceof NotCommitted not ? not.reason() : Reason.INTERNAL;
    }
}
