package dev.remit.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that calls as its random numbers say, one call after the other, and keeps a history.
 *
 * <p>Deposits and withdrawals are whole thousands and transfers never are: a read of the total that
 * saw half of a transfer shows it in the last three digits.
 */
final class Customer {

    static final long WHOLE = 1000;

    /** Of a server that is not there, nobody asks a thousand times a second. */
    private static final Duration BREATH = Duration.ofMillis(20);

    private final String name;
    private final RemitClient client;
    private final List<UUID> accounts;
    private final Random random;
    private final History history = new History();
    private final Holding holding;
    private int wishes;

    Customer(String name, RemitClient client, List<UUID> accounts, Random random) {
        this.name = name;
        this.client = client;
        this.accounts = accounts;
        this.random = random;
        this.holding = new Holding(client, accounts, random, history);
    }

    History history() {
        return history;
    }

    void callOnce() {
        int dice = random.nextInt(110);
        if (dice < 55) {
            ask(wish(account(), account(), 1 + random.nextInt(999)));
        } else if (dice < 60) {
            ask(wish(null, account(), WHOLE));
        } else if (dice < 65) {
            ask(wish(account(), null, WHOLE));
        } else if (dice < 70) {
            // More than anybody has.
            ask(wish(account(), account(), 900_000_000 + random.nextInt(999)));
        } else if (dice < 80) {
            askAgain();
        } else if (dice < 85) {
            askForSomethingElse();
        } else if (dice < 95) {
            readAccount();
        } else if (dice < 100) {
            readTotal();
        } else {
            hold();
        }
    }

    /** Asks again for all that could not be settled, until it is. */
    void settle() {
        for (History.Entry entry : history.entries()) {
            while (entry.wish().key() != null && entry.isUnsettled()) {
                ask(entry);
            }
        }
    }

    private void askAgain() {
        history.any(entry -> entry.wish().key() != null, random).ifPresent(this::ask);
    }

    private void askForSomethingElse() {
        // Of one that was not posted the id is free, and the other content would be as good.
        history.any(entry -> entry.wish().key() != null && !entry.acknowledged().isEmpty(), random)
                .ifPresent(entry -> ask(entry.wish().withOtherContent(reference())));
    }

    private Wish wish(UUID from, UUID to, long amount) {
        // Random numbers, too, so that the same seed brings the same ids.
        UUID key = random.nextInt(4) == 0 ? null : new UUID(random.nextLong(), random.nextLong());
        return new Wish(key, random.nextBoolean() && key != null, from, to, amount, reference());
    }

    private String reference() {
        return name + "-" + ++wishes;
    }

    private UUID account() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private void ask(Wish wish) {
        ask(history.asks(wish));
    }

    private void ask(History.Entry entry) {
        Answer answer = Answer.to(entry.wish(), client);
        history.answered(entry, answer);
        if (answer instanceof Answer.Unknown || answer instanceof Answer.Postponed) {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private void hold() {
        try {
            holding.callOnce();
        } catch (IOException e) {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private void readAccount() {
        try {
            Reply reply = client.get("/accounts/" + account());
            if (reply.status() == 200) {
                JsonNode account = reply.body();
                history.saw(
                        new History.AccountSeen(
                                UUID.fromString(account.get("id").textValue()),
                                account.get("version").longValue(),
                                account.get("balance").longValue()));
            } else if (reply.status() != 503) {
                history.wonders(reply);
            }
        } catch (IOException e) {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private void readTotal() {
        long began = System.nanoTime();
        try {
            Reply reply = client.get("/accounts/summary");
            if (reply.status() == 200) {
                history.saw(
                        new History.TotalSeen(
                                reply.body().get("count").longValue(),
                                reply.body().get("total").longValue(),
                                began,
                                System.nanoTime()));
            } else if (reply.status() != 503) {
                history.wonders(reply);
            }
        } catch (IOException e) {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }
}
