package dev.remit.console.account;

import dev.remit.api.Uuids;
import dev.remit.api.account.AccountRequest;
import dev.remit.api.problem.Problems;
import dev.remit.console.Amount;
import dev.remit.ledger.Currency;
import jakarta.ws.rs.FormParam;
import java.util.Locale;
import java.util.UUID;

/**
 * An account to be opened, as somebody has typed it.
 *
 * @param id the account's, picked when the form was made: however often it is sent, there is one
 *     account
 * @param balance in units of the currency; empty for nothing
 * @param overdraft the same
 */
public record AccountForm(
        @FormParam("id") String id,
        @FormParam("name") String name,
        @FormParam("currency") String currency,
        @FormParam("minorUnits") String minorUnits,
        @FormParam("balance") String balance,
        @FormParam("overdraft") String overdraft) {

    static AccountForm empty() {
        return new AccountForm(UUID.randomUUID().toString(), "", Currency.DEFAULT, "", "", "");
    }

    /** Throws a problem if a number is none. What else may be wrong with it is not looked at. */
    AccountRequest request() {
        Currency unit = unit();
        return new AccountRequest(
                Uuids.parse(id).orElseThrow(() -> Problems.invalid("id", "must be a UUID")),
                isGiven(balance) ? Amount.parse("balance", balance, unit) : 0,
                isGiven(name) ? name.strip() : null,
                isGiven(currency) ? code() : null,
                isGiven(minorUnits) ? digits() : null,
                isGiven(overdraft) ? Amount.parse("overdraft", overdraft, unit) : null,
                null,
                null);
    }

    private Currency unit() {
        String code = isGiven(currency) ? code() : Currency.DEFAULT;
        if (Currency.isIso(code)) {
            return Currency.iso(code);
        }
        try {
            return new Currency(code, isGiven(minorUnits) ? digits() : 0);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("currency", "must be 3 to 12 capital letters and digits");
        }
    }

    private String code() {
        return currency.strip().toUpperCase(Locale.ROOT);
    }

    private int digits() {
        String text = minorUnits.strip();
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > Currency.MAX_MINOR_UNITS) {
            throw Problems.invalid(
                    "minorUnits",
                    "must be a whole number from 0 to %d".formatted(Currency.MAX_MINOR_UNITS));
        }
        return Integer.parseInt(text);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
