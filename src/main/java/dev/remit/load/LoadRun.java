package dev.remit.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * One run against a service, in three steps: open the accounts, send the transfers, check the
 * books. To be used once, by one thread; only {@link #interrupt} and {@link #progress} may come
 * from another.
 */
public final class LoadRun implements AutoCloseable {

    /**
     * Of each account. Payer and payee are equally likely to be any given account, so a balance
     * walks at random: after n transfers of at most 99 it has moved by about 99 * sqrt(n), and one
     * account needs 10^12 transfers before it may run dry.
     */
    static final long OPENING_BALANCE = 100_000_000;

    /** Ten times fewer than a call may carry, so that none takes long. */
    private static final int ACCOUNTS_PER_CALL = 1_000;

    /**
     * With a service that is in trouble, before and after the transfers: more than a database takes
     * to move its leases to other nodes. Nobody waits for longer than half a minute to be told why.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As many as the JDK keeps connections to one host open. */
    private static final int BOOK_READERS = 5;

    /** A transfer whose caller was not answered may still be posted while the books are read. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final LoadOptions options;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final PatientClient client;
    private final UUID[] accounts;
    private final TransferPlan plan;
    private final TransferOutcomes outcomes = new TransferOutcomes();

    private boolean unknownOutcomes;
    private volatile Traffic traffic;
    private volatile Supplier<String> progress = () -> "connecting";

    private LoadRun(LoadOptions options, String token) throws UnreachableException {
        this.options = options;
        for (URI url : options.urls()) {
            endpoints.add(new Endpoint(endpoints.size(), url, token));
        }
        client = new PatientClient(options.urls(), options.timeout(), PATIENCE, token);
        accounts = new UUID[options.accounts()];
        Arrays.setAll(accounts, i -> UUID.randomUUID());
        plan =
                new TransferPlan(
                        Arrays.copyOf(accounts, options.activeAccounts()),
                        options.skew(),
                        options.seed(),
                        UUID.randomUUID());
    }

    /** Against a service that lets everybody in. */
    public static LoadRun silent(LoadOptions options) throws UnreachableException {
        return silent(options, null);
    }

    /**
     * Prints nothing by itself: {@link #progress} tells those who ask.
     *
     * @param token for the service to let it in; null if it lets everybody in. It is not among the
     *     options, because those are shown
     */
    public static LoadRun silent(LoadOptions options, String token) throws UnreachableException {
        return new LoadRun(options, token);
    }

    /** A line about what the run is doing, how far it is, and what keeps it. */
    public String progress() {
        String trouble = client.trouble();
        return progress.get() + (trouble.isEmpty() ? "" : "; " + trouble);
    }

    /** Beside whatever accounts the service has already. */
    public void openAccounts() throws UnreachableException, InterruptedException {
        for (int begin = 0; begin < accounts.length; begin += ACCOUNTS_PER_CALL) {
            int opened = begin;
            progress =
                    () ->
                            String.format(
                                    Locale.ROOT,
                                    "opening accounts: %,d of %,d",
                                    opened,
                                    accounts.length);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode batch = body.putArray("accounts");
            Arrays.stream(accounts)
                    .skip(begin)
                    .limit(ACCOUNTS_PER_CALL)
                    .forEach(
                            id ->
                                    batch.addObject()
                                            .put("id", id.toString())
                                            .put("balance", OPENING_BALANCE));
            PatientClient.Reply reply = client.post("/accounts/batch", body);
            // 200 if a call that was not answered has opened them.
            if (reply.status() != 200) {
                reply.json(201);
            }
        }
    }

    public TrafficResult sendTransfers() throws InterruptedException {
        traffic = new Traffic(options, endpoints, plan, outcomes);
        progress = traffic::progress;
        try {
            TrafficResult result = traffic.start().get();
            unknownOutcomes = result.unknown() > 0;
            return result;
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
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
        if (!result.balanced() && unknownOutcomes) {
            Thread.sleep(SETTLING);
            result = checkBooksOnce();
        }
        return result;
    }

    private BookResult checkBooksOnce() throws UnreachableException, InterruptedException {
        BookCheck check = new BookCheck(client, accounts, plan, outcomes);
        progress = check::progress;
        try (ExecutorService readers = Executors.newFixedThreadPool(BOOK_READERS)) {
            for (Future<Void> reader :
                    readers.invokeAll(Collections.nCopies(BOOK_READERS, check))) {
                reader.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreachableException unreachable) {
                throw unreachable;
            }
            throw new CompletionException(e.getCause());
        }
        return check.result();
    }

    @Override
    public void close() {
        if (traffic != null) {
            traffic.close();
        }
    }
}
