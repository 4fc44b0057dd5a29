package dev.remit.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Follows the statement of one account, newest first, as the service lists it, and checks that it
 * is a chain: versions without gaps, from the account as it is back to the opening deposit, each
 * balance the one before plus the amount.
 */
final class AccountStatement {

    private static final int PAGE = 1_000;
    private static final long FIRST_VERSION = 1;

    private final PatientClient client;
    private final UUID id;
    private final BookCheck books;
    private final String path;

    private long expectedVersion;
    private long expectedBalance;
    private Posting oldest;

    AccountStatement(PatientClient client, UUID id, BookCheck books) {
        this.client = client;
        this.id = id;
        this.books = books;
        path = "/accounts/" + id;
    }

    /**
     * A posting as one account saw it.
     *
     * @param amount negative for a debit
     * @param balance after it
     * @param counterparty null for a deposit or a withdrawal
     */
    record Posting(long version, long amount, long balance, UUID counterparty, UUID transfer) {

        /**
         * @throws IllegalArgumentException if a number or an id is not what it should be
         */
        static Posting of(JsonNode json) {
            return new Posting(
                    number(json, "version"),
                    number(json, "amount"),
                    number(json, "balance"),
                    id(json.path("counterparty")),
                    id(json.path("transfer")));
        }

        private static UUID id(JsonNode json) {
            return json.isTextual() ? UUID.fromString(json.textValue()) : null;
        }
    }

    void check() throws UnreachableException, InterruptedException {
        PatientClient.Reply account = client.get(path);
        if (account.status() == 404) {
            books.find("account %s: it is gone", id);
            return;
        }
        try {
            JsonNode now = account.json(200);
            expectedVersion = number(now, "version");
            expectedBalance = number(now, "balance");
            books.count(expectedBalance);
            follow();
        } catch (IllegalArgumentException e) {
            throw new UnreachableException(
                    "the answer to GET " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void follow() throws UnreachableException, InterruptedException {
        String first = path + "/transfers?limit=" + PAGE;
        JsonNode page = client.get(first).json(200);
        while (follow(page.path("items"))) {
            JsonNode next = page.path("next");
            if (!next.isTextual()) {
                end();
                return;
            }
            if (page.path("items").isEmpty()) {
                books.find("account %s: a page of its journal is empty, but not the last", id);
                return;
            }
            String before = URLEncoder.encode(next.textValue(), StandardCharsets.UTF_8);
            page = client.get(first + "&before=" + before).json(200);
        }
    }

    /** Returns false if the journal does not lead back to its beginning from here. */
    private boolean follow(JsonNode items) {
        for (JsonNode item : items) {
            Posting posting = Posting.of(item);
            books.see(id, posting);
            if (posting.version() != expectedVersion) {
                books.find(
                        "account %s: its journal has version %d where %d should be",
                        id, posting.version(), expectedVersion);
            }
            if (posting.balance() != expectedBalance) {
                books.find(
                        "account %s: its balance at version %d is %d, but what comes after it needs %d",
                        id, posting.version(), posting.balance(), expectedBalance);
            }
            if (oldest != null && posting.version() >= oldest.version()) {
                return false;
            }
            oldest = posting;
            expectedVersion = posting.version() - 1;
            expectedBalance = posting.balance() - posting.amount();
        }
        return true;
    }

    private void end() {
        if (oldest == null
                || oldest.version() != FIRST_VERSION
                || expectedBalance != 0
                || oldest.counterparty() != null
                || oldest.amount() != LoadRun.OPENING_BALANCE) {
            books.find(
                    "account %s: its journal does not begin with the opening deposit of %d",
                    id, LoadRun.OPENING_BALANCE);
        }
    }

    private static long number(JsonNode json, String name) {
        JsonNode number = json.path(name);
        if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is not a whole number");
        }
        return number.longValue();
    }
}
