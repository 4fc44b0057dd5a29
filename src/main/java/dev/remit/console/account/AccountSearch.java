package dev.remit.console.account;

import dev.remit.api.Uuids;
import dev.remit.api.problem.Problems;
import dev.remit.console.Amount;
import dev.remit.console.ConsoleRoutes;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Money;
import dev.remit.store.AccountFilter;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Which accounts are looked for, as somebody has typed it; what is null or empty does not matter.
 *
 * @param name what their names begin with
 * @param currency its code
 * @param least balance, in units of the currency
 * @param most the same
 * @param after the id of an account, to go on behind it
 */
public record AccountSearch(
        @QueryParam("name") String name,
        @QueryParam("currency") String currency,
        @QueryParam("min") String least,
        @QueryParam("max") String most,
        @QueryParam("after") String after) {

    /**
     * @param currencies what has been found under a code
     */
    AccountFilter filter(Currencies currencies) {
        boolean isOfBalance = isGiven(least) || isGiven(most);
        if (isOfBalance && !isGiven(currency)) {
            throw Problems.invalid("currency", "must be given with a balance");
        }
        Currency unit = isOfBalance ? currencies.of(code()) : null;
        return new AccountFilter(
                isGiven(name) ? name : null,
                isGiven(currency) ? code() : null,
                isGiven(least) ? Amount.parse("min", least, unit) : -Money.MAX,
                isGiven(most) ? Amount.parse("max", most, unit) : Money.MAX,
                null);
    }

    /** Null for the first page. */
    UUID place() {
        return isGiven(after) ? Uuids.cursor("after", after) : null;
    }

    /** The same search, behind an account. */
    String next(UUID last) {
        StringBuilder next = new StringBuilder(ConsoleRoutes.ACCOUNTS).append('?');
        add(next, "name", name);
        add(next, "currency", currency);
        add(next, "min", least);
        add(next, "max", most);
        add(next, "after", last.toString());
        return next.toString();
    }

    public boolean isAtBeginning() {
        return !isGiven(after);
    }

    private String code() {
        return currency.strip().toUpperCase(Locale.ROOT);
    }

    private static void add(StringBuilder query, String name, String value) {
        if (isGiven(value)) {
            query.append(query.charAt(query.length() - 1) == '?' ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
