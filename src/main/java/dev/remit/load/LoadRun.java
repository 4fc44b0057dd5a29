package dev.remit.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One run against a service, in three steps: open the accounts, send the transfers, check the
 * books. To be used once, by one thread; only {@link #interrupt} may come from another.
 */
public final class LoadRun implements AutoCloseable {

    /** Enough to keep a service busy, few enough not to be a load test of its own. */
    private static final int BOOK_READERS = 8;

    /** A transfer whose caller was not answered may still be posted while the books are read. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final LoadOptions options;
    private final ApiClient client;
    private final PatientClient patient;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(BOOK_READERS, LoadRun::daemon);
    private final TransferIds ids = new TransferIds(UUID.randomUUID());
    private final TransferPlan plan;
    private final TransferOutcomes outcomes = new TransferOutcomes();

    private UUID[] accounts;
    private volatile Traffic traffic;
    private volatile Supplier<String> progress = () -> "";

    private LoadRun(LoadOptions options) throws UnreachableException {
        this.options = options;
        this.plan = new TransferPlan(options.activeAccounts(), options.skew(), options.seed());
        this.client = new ApiClient(endpoints(options), options.timeout());
        this.patient = new PatientClient(client, BOOK_READERS);
    }

    private static List<Endpoint> endpoints(LoadOptions options) throws UnreachableException {
        List<Endpoint> endpoints = new ArrayList<>();
        for (URI url : options.urls()) {
            endpoints.add(Endpoint.of(endpoints.size(), url));
        }
        return endpoints;
    }

    /** Prints nothing by itself: {@link #progress} tells those who ask. */
    public static LoadRun silent(LoadOptions options) throws UnreachableException {
        return new LoadRun(options);
    }

    /** A line about what the run is doing, and how far it is. */
    public String progress() {
        return progress.get();
    }

    public void openAccounts() throws UnreachableException, InterruptedException {
        AccountOpening opening = new AccountOpening(patient, options.accounts());
        accounts = follow(submit(opening), opening::progress);
    }

    public TrafficResult sendTransfers() throws UnreachableException, InterruptedException {
        TransferRequest request = new TransferRequest(client, ids, accounts);
        traffic = new Traffic(client, plan, request, outcomes);
        CompletableFuture<TrafficResult> result = traffic.start(options);
        return follow(result, new TrafficProgress(traffic.measurements()));
    }

    /** Ends {@link #sendTransfers} early; returns false if it has not begun. */
    public boolean interrupt() {
        if (traffic == null) {
            return false;
        }
        traffic.interrupt();
        return true;
    }

    public BookResult checkBooks() throws UnreachableException, InterruptedException {
        BookResult result = checkBooksOnce();
        if (!result.balanced() && hasUnknownOutcomes()) {
            Thread.sleep(SETTLING);
            result = checkBooksOnce();
        }
        return result;
    }

    private BookResult checkBooksOnce() throws UnreachableException, InterruptedException {
        Findings findings = new Findings();
        PostingMatch match = new PostingMatch(accounts, ids, plan, outcomes, findings);
        BookCheck check = new BookCheck(patient, accounts, match, findings);
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < BOOK_READERS; i++) {
            readers.add(submit(check));
        }
        for (CompletableFuture<Void> reader : readers) {
            follow(reader, check::progress);
        }
        return check.result();
    }

    private boolean hasUnknownOutcomes() {
        for (int number = 0; number < outcomes.count(); number++) {
            if (outcomes.said(number) == TransferOutcomes.Said.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private <T> T follow(CompletableFuture<T> future, Supplier<String> line)
            throws UnreachableException, InterruptedException {
        progress = line;
        client.crashed()
                .exceptionally(
                        cause -> {
                            future.completeExceptionally(cause);
                            return null;
                        });
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreachableException unreachable) {
                throw unreachable;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private <T> CompletableFuture<T> submit(Callable<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                workers);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "load-worker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        client.close();
    }
}
