package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {

    @ParameterizedTest
    @CsvSource({
        "USD, 2",
        "EUR, 2",
        "JPY, 0",
        "KWD, 3",
        "CLF, 4",
        "XAU, 0",
        "POINTS/0, 0",
        "BTC/8, 8",
        "123/18, 18",
    })
    void isWhatItsTextSays(String text, int minorUnits) {
        Currency currency = Currency.parse(text);

        assertThat(currency.minorUnits()).isEqualTo(minorUnits);
        assertThat(currency.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "US",
                "usd",
                "BTC/",
                "BTC/-1",
                "BTC/19",
                "BTC/x",
                "THIRTEENCHARS/0",
                "A B/0"
            })
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Currency.parse(text));
    }

    @Test
    void aCodeOfANewerJdkIsNoneOfTheLedgersOwn() {
        assertThat(Currency.parse("ZZQ").code()).isEqualTo("ZZQ");
    }

    @Test
    void theSameCodeWithOtherMinorUnitsIsAnother() {
        assertThat(Currency.parse("BTC/8")).isNotEqualTo(Currency.parse("BTC/5"));
    }
}
