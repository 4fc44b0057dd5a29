package dev.remit.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.ledger.Currency;
import dev.remit.store.Total;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All accounts together. */
@Schema(name = "Summary")
@RegisterForReflection
public record SummaryResponse(
        @Schema(description = "How many accounts there are", examples = "2") long count,
        @Schema(
                        description =
                                "What they hold together; null if that is money of several currencies",
                        nullable = true,
                        examples = "1250")
                BigInteger total,
        List<OfCurrency> totals,
        @Schema(description = "The time that was asked for; absent if that was now")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                Instant at) {

    /** All accounts of a currency together. */
    @Schema(name = "Total")
    @RegisterForReflection
    public record OfCurrency(
            @Schema(examples = "USD") String currency,
            @Schema(examples = "2") int minorUnits,
            @Schema(examples = "2") long count,
            @Schema(examples = "1250") BigInteger total) {

        private static OfCurrency of(Total total) {
            Currency currency = Currency.parse(total.currency);
            return new OfCurrency(
                    currency.code(), currency.minorUnits(), total.accounts, total.total);
        }
    }

    static SummaryResponse of(List<Total> found, Instant at) {
        List<OfCurrency> totals = found.stream().map(OfCurrency::of).toList();
        long count = totals.stream().mapToLong(OfCurrency::count).sum();
        return new SummaryResponse(count, total(totals), totals, at);
    }

    private static BigInteger total(List<OfCurrency> totals) {
        return switch (totals.size()) {
            case 0 -> BigInteger.ZERO;
            case 1 -> totals.getFirst().total();
            default -> null;
        };
    }
}
