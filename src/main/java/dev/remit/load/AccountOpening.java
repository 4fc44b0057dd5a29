package dev.remit.load;

import io.netty.buffer.Unpooled;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Opens the accounts of a run, beside whatever accounts the service has already.
 *
 * <p>Each starts with {@link #OPENING_BALANCE}. Payer and payee are equally likely to be any given
 * account, so a balance walks at random: after n transfers of at most 99 it has moved by about 99 *
 * sqrt(n), and one account needs 10^12 transfers before it may run dry.
 */
final class AccountOpening implements Callable<UUID[]> {

    static final long OPENING_BALANCE = 100_000_000;

    /** Ten times fewer than a call may carry, so that none takes long. */
    private static final int PER_CALL = 1_000;

    private static final int ATTEMPTS = 60;
    private static final long PAUSE_MILLIS = 500;

    private final PatientClient client;
    private final UUID[] accounts;
    private volatile int opened;

    AccountOpening(PatientClient client, int count) {
        this.client = client;
        this.accounts = new UUID[count];
    }

    String progress() {
        return String.format(Locale.ROOT, "opening accounts: %,d of %,d", opened, accounts.length);
    }

    @Override
    public UUID[] call() throws UnreachableException, InterruptedException {
        while (opened < accounts.length) {
            int end = Math.min(opened + PER_CALL, accounts.length);
            for (int i = opened; i < end; i++) {
                accounts[i] = UUID.randomUUID();
            }
            open(opened, end);
            opened = end;
        }
        return accounts;
    }

    private void open(int begin, int end) throws UnreachableException, InterruptedException {
        String request = request(begin, end);
        boolean maybeOpen = false;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            PatientClient.Reply reply = client.post("/accounts/batch", request);
            if (reply.status() == 201) {
                return;
            }
            Problem problem = Problem.read(reply.status(), Unpooled.wrappedBuffer(reply.body()));
            if (maybeOpen && "account-exists".equals(problem.slug())) {
                // The ids are this run's own: an earlier attempt has opened the accounts after all.
                return;
            }
            if (reply.status() != 503) {
                throw new UnreachableException(
                        "POST /accounts/batch is answered " + problem + ", not 201");
            }
            maybeOpen |= !problem.refuses();
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new UnreachableException("POST /accounts/batch is answered 503 again and again");
    }

    private String request(int begin, int end) {
        StringBuilder json = new StringBuilder("{\"accounts\":[");
        for (int i = begin; i < end; i++) {
            json.append(i == begin ? "" : ",")
                    .append("{\"id\":\"")
                    .append(accounts[i])
                    .append("\",\"balance\":")
                    .append(OPENING_BALANCE)
                    .append('}');
        }
        return json.append("]}").toString();
    }
}
