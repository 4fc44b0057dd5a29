package dev.remit.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Accounts and their journals in memory, kept right by those who only {@link #post}. */
final class FakeBooks {

    static final String TIME = "2026-01-01T00:00:00.000000Z";

    /** Smaller than what is asked for, so that journals have several pages. */
    private static final int PAGE = 20;

    private final Map<String, Account> accounts = new HashMap<>();
    private String gone;

    static final class Account {
        private final List<JsonObject> postings = new ArrayList<>();
        private long balance;
        private long version;

        void post(String transfer, long amount, String counterparty) {
            balance += amount;
            version++;
            postings.add(
                    new JsonObject()
                            .put("version", version)
                            .put("amount", amount)
                            .put("balance", balance)
                            .put("counterparty", counterparty)
                            .put("transfer", transfer)
                            .put("reference", null)
                            .put("createdAt", TIME));
        }

        void skipVersion() {
            version++;
        }

        void add(long amount) {
            balance += amount;
        }
    }

    void open(String id, long balance) {
        Account account = new Account();
        account.post("00000000-0000-4000-8000-000000000000", balance, null);
        accounts.put(id, account);
    }

    void post(JsonObject transfer) {
        post(transfer, 1);
    }

    /** Moves the amount so many times as one posting; a negative number swaps the sides. */
    void post(JsonObject transfer, int times) {
        String id = transfer.getString("id");
        String from = transfer.getString("from");
        String to = transfer.getString("to");
        long amount = transfer.getLong("amount") * times;
        accounts.get(from).post(id, -amount, to);
        accounts.get(to).post(id, amount, from);
    }

    Account payer(JsonObject transfer) {
        return accounts.get(transfer.getString("from"));
    }

    /** The account is not shown any more. */
    void hidePayer(JsonObject transfer) {
        gone = transfer.getString("from");
    }

    boolean has(String id) {
        return accounts.containsKey(id) && !id.equals(gone);
    }

    JsonObject account(String id) {
        Account account = accounts.get(id);
        return new JsonObject()
                .put("id", id)
                .put("balance", account.balance)
                .put("version", account.version)
                .put("name", null)
                .put("createdAt", TIME);
    }

    /** Its cursors have a plus sign, which has to be escaped in a query. */
    JsonObject statement(String id, String before) {
        List<JsonObject> postings = accounts.get(id).postings;
        int end = before == null ? postings.size() : Integer.parseInt(before.substring(1));
        int begin = Math.max(0, end - PAGE);
        JsonArray items = new JsonArray(new ArrayList<>(postings.subList(begin, end).reversed()));
        return new JsonObject().put("items", items).put("next", begin == 0 ? null : "+" + begin);
    }
}
