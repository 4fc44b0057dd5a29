package dev.remit.load;

import dev.remit.load.StatementPage.Account;
import dev.remit.load.StatementPage.Posting;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads every account of a run, and its whole journal, through the API. Several threads may run the
 * same check: each takes the next account; when all have returned there is a result.
 */
final class BookCheck implements Callable<Void> {

    private static final int PAGE = 1_000;

    private final PatientClient client;
    private final UUID[] accounts;
    private final PostingMatch match;
    private final Findings findings;
    private final AtomicInteger taken = new AtomicInteger();
    private final LongAdder postings = new LongAdder();
    private final LongAdder total = new LongAdder();

    BookCheck(PatientClient client, UUID[] accounts, PostingMatch match, Findings findings) {
        this.client = client;
        this.accounts = accounts;
        this.match = match;
        this.findings = findings;
    }

    String progress() {
        return String.format(
                Locale.ROOT,
                "checking the books: account %,d of %,d, %,d postings",
                Math.min(taken.get(), accounts.length),
                accounts.length,
                postings.sum());
    }

    @Override
    public Void call() throws UnreachableException, InterruptedException {
        for (int next = taken.getAndIncrement();
                next < accounts.length;
                next = taken.getAndIncrement()) {
            check(accounts[next]);
        }
        return null;
    }

    BookResult result() {
        match.end();
        long paidIn = accounts.length * AccountOpening.OPENING_BALANCE;
        if (total.sum() != paidIn) {
            findings.add(
                    "the balances of the %d accounts add up to %d, but %d was paid in",
                    accounts.length, total.sum(), paidIn);
        }
        return new BookResult(
                accounts.length,
                postings.sum(),
                paidIn,
                total.sum(),
                findings.count(),
                findings.first());
    }

    private void check(UUID id) throws UnreachableException, InterruptedException {
        String path = "/accounts/" + id;
        PatientClient.Reply reply = client.get(path);
        if (reply.status() == 404) {
            findings.add("account %s: it is gone", id);
            return;
        }
        Account account = read(path, reply, StatementPage::account);
        total.add(account.balance());
        AccountCheck chain = new AccountCheck(id, account, findings);
        String first = path + "/transfers?limit=" + PAGE;
        String next = first;
        while (next != null) {
            StatementPage page = read(next, client.get(next), StatementPage::read);
            if (!follow(id, chain, page)) {
                return;
            }
            next =
                    page.next() == null
                            ? null
                            : first
                                    + "&before="
                                    + URLEncoder.encode(page.next(), StandardCharsets.UTF_8);
        }
        chain.end();
    }

    private boolean follow(UUID id, AccountCheck chain, StatementPage page) {
        for (Posting posting : page.items()) {
            postings.increment();
            if (posting.version() > 1) {
                match.see(id, posting);
            }
            if (!chain.follow(posting)) {
                return false;
            }
        }
        if (page.items().isEmpty() && page.next() != null) {
            findings.add("account %s: a page of its journal is empty, but not the last", id);
            return false;
        }
        return true;
    }

    private interface Reader<T> {
        T read(byte[] json) throws IOException;
    }

    private static <T> T read(String path, PatientClient.Reply reply, Reader<T> reader)
            throws UnreachableException {
        if (reply.status() != 200) {
            throw new UnreachableException("GET " + path + " is answered " + reply.status());
        }
        try {
            return reader.read(reply.body());
        } catch (IOException e) {
            throw new UnreachableException(
                    "the answer to GET " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
