package dev.remit.api.account;

import dev.remit.ledger.Currency;
import dev.remit.store.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
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
        List<Total> totals) {

    /** All accounts of a currency together. */
    @Schema(name = "Total")
    @RegisterForReflection
    public record Total(
            @Schema(examples = "USD") String currency,
            @Schema(examples = "2") int minorUnits,
            @Schema(examples = "2") long count,
            @Schema(examples = "1250") BigInteger total) {

        private static Total of(Account.Total total) {
            Currency currency = Currency.parse(Account.currency(total.currency()));
            return new Total(currency.code(), currency.minorUnits(), total.count(), total.total());
        }
    }

    static SummaryResponse of(List<Account.Total> found) {
        List<Total> totals = found.stream().map(Total::of).toList();
        long count = totals.stream().mapToLong(Total::count).sum();
        return new SummaryResponse(count, total(totals), totals);
    }

    private static BigInteger total(List<Total> totals) {
        return switch (totals.size()) {
            case 0 -> BigInteger.ZERO;
            case 1 -> totals.getFirst().total();
            default -> null;
        };
    }
}
