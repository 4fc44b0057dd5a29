package dev.remit.api.account;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Command;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;
import dev.remit.ledger.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account to be opened. */
@Schema(name = "NewAccount")
@RightMinorUnits
public record AccountRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(
                        description = "Minor units; posted as the account's first deposit",
                        defaultValue = "0",
                        examples = "1000")
                @Min(0)
                @Max(Money.MAX)
                Long balance,
        @Schema(examples = "Alice") @Size(max = 255) @PlainText String name,
        @Schema(
                        description =
                                "A code of ISO 4217, or one of your own of 3 to 12 capital letters and digits",
                        defaultValue = Currency.DEFAULT,
                        examples = "EUR")
                @Pattern(
                        regexp = "[A-Z0-9]{3,12}",
                        message = "must be 3 to 12 capital letters and digits")
                String currency,
        @Schema(
                        description =
                                "How many digits of an amount are behind the point: of a currency of your own, 0 unless given; a code of ISO 4217 says it by itself",
                        examples = "2")
                @Min(0)
                @Max(Currency.MAX_MINOR_UNITS)
                Integer minorUnits,
        @Schema(
                        description = "How far below zero the balance may go, in minor units",
                        defaultValue = "0",
                        examples = "500")
                @Min(0)
                @Max(Money.MAX)
                Long overdraft,
        @Schema(
                        description = "Which way no money moves",
                        defaultValue = "none",
                        enumeration = {"none", "debits", "credits", "all"})
                @Pattern(regexp = FROZEN, message = FROZEN_MESSAGE)
                String frozen,
        @Schema(ref = "Metadata") @SmallMetadata Map<String, String> metadata) {

    static final String FROZEN = "none|debits|credits|all";
    static final String FROZEN_MESSAGE = "must be none, debits, credits or all";

    /**
     * Several accounts, opened all together or not at all. Each of them is checked by {@link
     * BatchValidator}.
     */
    @Schema(name = "NewAccounts")
    public record Many(@NotNull @Size(min = 1, max = 10_000) List<AccountRequest> accounts) {

        /**
         * @param call the id of the whole call; null if it has none
         */
        List<Command.Open> commands(UUID call) {
            return IntStream.range(0, accounts.size())
                    .mapToObj(i -> command(accounts.get(i), call, i))
                    .toList();
        }

        private static Command.Open command(AccountRequest account, UUID call, int index) {
            return account.command(IdempotencyKey.of(account.id(), call, index));
        }
    }

    public Command.Open command(IdempotencyKey key) {
        return new Command.Open(
                key.id(),
                key.isGiven(),
                new Terms(
                        name,
                        overdraft == null ? 0 : overdraft,
                        Frozen.parse(frozen),
                        SmallMetadata.Texts.of(metadata)),
                balance == null ? 0 : balance,
                currencyOrDefault().text());
    }

    private Currency currencyOrDefault() {
        String code = Currency.orDefault(currency);
        return Currency.isIso(code)
                ? Currency.iso(code)
                : new Currency(code, minorUnits == null ? 0 : minorUnits);
    }

    /** Than the currency of ISO 4217 that it names. */
    boolean hasOtherMinorUnits() {
        String code = Currency.orDefault(currency);
        return minorUnits != null
                && Currency.isIso(code)
                && Currency.iso(code).minorUnits() != minorUnits;
    }
}
