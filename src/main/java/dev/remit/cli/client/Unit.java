package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What amounts are counted in.
 *
 * @param currency null if it is not known: then amounts are shown in minor units, as the API has
 *     them
 * @param minorUnits how many digits are behind the point
 */
record Unit(String currency, int minorUnits) {

    static final Unit MINOR = new Unit(null, 0);

    static Unit of(JsonNode account) {
        return new Unit(Json.text(account, "currency"), account.path("minorUnits").asInt());
    }

    /** An amount without its currency; nothing for no amount. */
    String number(JsonNode document, String field) {
        JsonNode amount = document.path(field);
        return amount.isIntegralNumber()
                ? BigDecimal.valueOf(amount.longValue(), minorUnits).toPlainString()
                : "";
    }

    String money(JsonNode document, String field) {
        String number = number(document, field);
        return number.isEmpty() ? "" : number + ' ' + label();
    }

    /** What stands beside an amount. */
    String label() {
        return currency == null ? "minor units" : currency;
    }
}
