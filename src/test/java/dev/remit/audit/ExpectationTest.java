package dev.remit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void isASequenceAndAHash() {
        assertThat(Expectation.parse("42:" + HASH)).isEqualTo(new Expectation(42, HASH));
        assertThat(Expectation.parse("0:" + HASH.toUpperCase()))
                .isEqualTo(new Expectation(0, HASH));
        assertThat(Expectation.parse("999999999999999999:" + HASH).sequence())
                .isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "42",
                "42:",
                ":H",
                "-1:H",
                "1.5:H",
                " 42:H",
                "42:H ",
                "42:0H",
                "42:g",
                "9999999999999999999:H"
            })
    void isNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expectation.parse(text.replace("H", HASH)));
    }
}
