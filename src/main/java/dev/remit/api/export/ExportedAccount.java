package dev.remit.api.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Terms;
import dev.remit.store.AccountAsOf;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * An account as it is exported: as the API shows it, and what it was opened with, so that it can be
 * opened again. These are the columns of a CSV file, too.
 *
 * @param closed null, and left out, where nobody has asked for closed ones
 */
@RegisterForReflection
public record ExportedAccount(
        UUID id,
        long balance,
        long version,
        String name,
        String currency,
        int minorUnits,
        Instant createdAt,
        long openingBalance,
        long overdraft,
        String frozen,
        @JsonRawValue String metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean closed) {

    static final String CLOSED = "closed";

    static ExportedAccount of(AccountAsOf account, boolean tellsClosed) {
        Currency currency = Currency.parse(account.currency());
        Terms terms = account.terms();
        return new ExportedAccount(
                account.id(),
                account.balance(),
                account.version(),
                terms.name(),
                currency.code(),
                currency.minorUnits(),
                account.openedAt(),
                account.openingBalance(),
                terms.overdraft(),
                terms.frozen().text(),
                terms.metadata(),
                tellsClosed ? account.closed() : null);
    }
}
