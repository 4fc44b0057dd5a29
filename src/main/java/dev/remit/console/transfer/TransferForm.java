package dev.remit.console.transfer;

import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import jakarta.ws.rs.FormParam;
import java.util.UUID;

/**
 * A transfer to be made, as somebody has typed it.
 *
 * @param id the transfer's, picked when the form was made: however often it is sent, money moves
 *     once
 * @param from empty for money that comes into the books
 * @param to empty for money that leaves them
 * @param amount in units of the accounts' currency
 * @param step what is to be done with it
 */
public record TransferForm(
        @FormParam("id") String id,
        @FormParam("from") String from,
        @FormParam("to") String to,
        @FormParam("amount") String amount,
        @FormParam("reference") String reference,
        @FormParam("step") String step) {

    private static final String CONFIRM = "confirm";
    private static final String CHANGE = "change";

    /**
     * @param from may be null
     * @param to may be null
     */
    static TransferForm empty(String from, String to) {
        return new TransferForm(UUID.randomUUID().toString(), from, to, "", "", null);
    }

    boolean isConfirmed() {
        return CONFIRM.equals(step);
    }

    /** Whether whoever was to confirm it wants something else. */
    boolean isToBeChanged() {
        return CHANGE.equals(step);
    }

    UUID transfer() {
        return Uuids.parse(id).orElseThrow(() -> Problems.invalid("id", "must be a UUID"));
    }

    /** Null for none. */
    UUID source() {
        return account("from", from);
    }

    /** Null for none. */
    UUID target() {
        return account("to", to);
    }

    String referenceOrNull() {
        return reference == null || reference.isEmpty() ? null : reference;
    }

    private static UUID account(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Uuids.parse(text.strip())
                .orElseThrow(() -> Problems.invalid(field, "must be the id of an account"));
    }
}
