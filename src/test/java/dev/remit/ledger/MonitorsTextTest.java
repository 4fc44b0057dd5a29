package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an account's monitors are kept with it. */
class MonitorsTextTest {

    private static final UUID ACCOUNT = new UUID(0xa, 0);

    private static final Monitors SOME =
            new Monitors(
                    List.of(
                            new Monitor(new UUID(2, 0), ACCOUNT, -Money.MAX, null),
                            new Monitor(new UUID(1, 0), ACCOUNT, null, 0L),
                            new Monitor(new UUID(3, 0), ACCOUNT, null, Money.MAX)));

    @Test
    void isReadAsItWasWritten() {
        assertThat(SOME.text())
                .isEqualTo(
                        "00000000-0000-0002-0000-000000000000<-9007199254740991"
                                + " 00000000-0000-0001-0000-000000000000>0"
                                + " 00000000-0000-0003-0000-000000000000>9007199254740991");
        assertThat(Monitors.parse(ACCOUNT, SOME.text())).isEqualTo(SOME);
    }

    @Test
    void isNothingWhereThereAreNone() {
        assertThat(Monitors.NONE.text()).isNull();
        assertThat(Monitors.parse(ACCOUNT, null)).isEqualTo(Monitors.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<1",
                "00000000-0000-0002-0000-000000000000=1",
                "00000000-0000-0002-0000-000000000000<",
                "00000000-0000-0002-0000-000000000000<1,00000000-0000-0002-0000-000000000000<1"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Monitors.parse(ACCOUNT, text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
