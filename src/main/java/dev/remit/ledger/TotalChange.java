package dev.remit.ledger;

import java.math.BigInteger;

/**
 * What a commit does to all accounts of a currency together.
 *
 * @param currency the text of a {@link Currency}
 * @param accounts how many more of them are open
 * @param money how much more they hold, in minor units
 */
public record TotalChange(String currency, long accounts, BigInteger money) {

    TotalChange and(TotalChange other) {
        return new TotalChange(currency, accounts + other.accounts, money.add(other.money));
    }

    boolean isNone() {
        return accounts == 0 && money.signum() == 0;
    }
}
