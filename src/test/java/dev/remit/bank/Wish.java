package dev.remit.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Money that a client wants to be moved.
 *
 * @param key the idempotency key, null if the service shall pick the id
 * @param inHeader whether the key is sent as a header and not in the body
 * @param from null for a deposit
 * @param to null for a withdrawal
 * @param reference no two wishes have the same: it tells whose a posting is, also when its id is
 *     the service's own
 */
public record Wish(UUID key, boolean inHeader, UUID from, UUID to, long amount, String reference) {

    public static Wish transfer(UUID from, UUID to, long amount) {
        UUID key = UUID.randomUUID();
        return new Wish(key, false, from, to, amount, "reference of " + key);
    }

    String path() {
        if (from == null) {
            return "/accounts/" + to + "/deposits";
        }
        return to == null ? "/accounts/" + from + "/withdrawals" : "/transfers";
    }

    String body() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (key != null && !inHeader) {
            fields.put("id", key);
        }
        if (from != null && to != null) {
            fields.put("from", from);
            fields.put("to", to);
        }
        fields.put("amount", amount);
        fields.put("reference", reference);
        return Json.write(fields);
    }

    /** The same key for something else. */
    Wish withOtherContent(String otherReference) {
        return new Wish(key, inHeader, from, to, amount + 1, otherReference);
    }

    boolean isAskedForBy(Movement movement) {
        return (key == null || key.equals(movement.id()))
                && Objects.equals(from, movement.from())
                && Objects.equals(to, movement.to())
                && amount == movement.amount()
                && reference.equals(movement.reference());
    }
}
