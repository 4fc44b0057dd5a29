package dev.remit.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A few accounts and many customers, who all call the service at once. Afterwards everything that
 * any of them was told has to be true.
 */
public final class Bank {

    private static final int ACCOUNTS = 10;
    private static final long OPENING_BALANCE = 20_000;

    private final RemitClient client;
    private final OwnDatabase database;
    private final List<UUID> accounts = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private History.TotalSeen before;

    /**
     * @param seed of all that the customers do
     */
    public Bank(RemitClient client, OwnDatabase database, int customers, long seed) {
        this.client = client;
        this.database = database;
        for (int i = 0; i < customers; i++) {
            String name = "customer " + i + " of " + UUID.randomUUID();
            this.customers.add(new Customer(name, client, accounts, new Random(seed + i)));
        }
    }

    /** To be called before the first customer comes. */
    public void open() throws IOException {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(client.open(OPENING_BALANCE));
        }
        for (UUID account : accounts) {
            watch(account, "below");
            watch(account, "above");
        }
        JsonNode summary = client.get("/accounts/summary").body();
        before =
                new History.TotalSeen(
                        summary.get("count").longValue(), summary.get("total").longValue(), 0, 0);
    }

    private void watch(UUID account, String side) throws IOException {
        String monitor = Json.write(Map.of("account", account, side, OPENING_BALANCE));
        Reply reply = client.post("/monitors", monitor);
        if (reply.status() != 201) {
            throw new IOException("no monitor was created: " + reply);
        }
    }

    /** The customers call until it is enough. Each finishes the call that it is in. */
    public void serve(BooleanSupplier enough) {
        all(
                customer -> {
                    while (!enough.getAsBoolean()) {
                        customer.callOnce();
                    }
                });
    }

    /** With no more faults: what is still in doubt is asked for until it no longer is. */
    public void settle() {
        all(Customer::settle);
    }

    /** Everything that is not as it should be; a line each. */
    public List<String> findings() throws SQLException {
        try (Connection connection = database.connect()) {
            List<Movement> journal =
                    Movement.journal(connection).stream()
                            .filter(
                                    movement ->
                                            accounts.contains(movement.from())
                                                    || accounts.contains(movement.to()))
                            .toList();
            List<History> histories = customers.stream().map(Customer::history).toList();
            List<String> findings = new HistoryCheck(accounts, journal).findings(histories, before);
            findings.addAll(JournalInvariants.violations(connection));
            return findings;
        }
    }

    /** What the customers were told, for whoever wonders whether they were served at all. */
    public BankReport report() {
        return BankReport.of(customers.stream().map(Customer::history).toList());
    }

    private void all(Consumer<Customer> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            customers.forEach(customer -> ends.add(threads.submit(() -> action.accept(customer))));
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
