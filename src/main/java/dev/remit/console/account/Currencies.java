package dev.remit.console.account;

import dev.remit.ledger.Currency;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.util.List;

/** The currencies that there are accounts of. */
@Singleton
public class Currencies {

    private final LedgerReader reader;

    Currencies(LedgerReader reader) {
        this.reader = reader;
    }

    List<String> codes() {
        return reader.totals(null).stream()
                .map(total -> Currency.code(total.currency))
                .distinct()
                .toList();
    }

    /**
     * What a code stands for: outside of ISO 4217 that is what the accounts of it say. Of one that
     * no account has it does not matter, because nothing will be found.
     */
    Currency of(String code) {
        if (Currency.isIso(code)) {
            return Currency.iso(code);
        }
        return reader.totals(null).stream()
                .map(total -> Currency.parse(total.currency))
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .orElse(Currency.iso(Currency.DEFAULT));
    }
}
