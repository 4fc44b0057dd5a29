package dev.remit.api.mcp;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Entry;
import dev.remit.ledger.HoldState;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Account;
import dev.remit.store.Followed;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * What a transfer is, in words.
 *
 * @param from null if there is none any more, as {@code to}
 */
record Sentence(Followed followed, Account from, Account to) {

    @Override
    public String toString() {
        Transfer transfer = followed.transfer();
        String what = amount(transfer.amount()) + " " + movement(transfer.kind());
        return "At %s, in commit %d, %s%s%s.%s"
                .formatted(
                        Micros.instant(transfer.createdAt()),
                        transfer.sequence(),
                        what,
                        side(" from ", transfer.from(), from),
                        side(" to ", transfer.to(), to),
                        afterwards());
    }

    private static String movement(Kind kind) {
        return switch (kind) {
            case POSTING -> "moved";
            case HOLD -> "was held for a transfer";
            case CAPTURE -> "that had been held moved";
            case VOID ->
                    "that had been held was released, because somebody asked for it, for a transfer";
            case EXPIRY ->
                    "that had been held was released, because its time was up, for a transfer";
            case REVERSAL -> "of an earlier transfer moved back";
        };
    }

    private static String side(String word, Entry entry, Account account) {
        if (entry == null) {
            return word + "outside of the books";
        }
        String name = account == null || account.name == null ? "" : " (" + account.name + ")";
        return word + "account " + entry.account() + name;
    }

    private String afterwards() {
        Transfer last = followed.last();
        if (followed.transfer().kind() == Kind.HOLD) {
            return " The hold is " + HoldState.of(last).text() + ".";
        }
        return last == null ? "" : " Of it, " + amount(last.settled()) + " was reversed.";
    }

    /** Both accounts have one currency; of accounts that are closed it is not known here. */
    private String amount(long amount) {
        return Stream.of(from, to)
                .filter(account -> account != null)
                .findFirst()
                .map(account -> Currency.parse(account.account().currency()))
                .map(
                        currency ->
                                BigDecimal.valueOf(amount, currency.minorUnits()).toPlainString()
                                        + " "
                                        + currency.code())
                .orElse(amount + " minor units");
    }
}
