package dev.remit.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.load.TransferOutcomes.Said;
import org.junit.jupiter.api.Test;

class TransferOutcomesTest {

    private final TransferOutcomes outcomes = new TransferOutcomes();

    @Test
    void keepsWhatWasSaidApartFromWhatWasSeen() {
        int one = outcomes.begin();
        int other = outcomes.begin();
        outcomes.say(one, Said.ACKNOWLEDGED);
        outcomes.say(other, Said.REFUSED);
        outcomes.seeDebit(one);
        outcomes.seeDebit(one);
        outcomes.seeCredit(one);

        assertThat(outcomes.said(one)).isEqualTo(Said.ACKNOWLEDGED);
        assertThat(outcomes.debits(one)).isEqualTo(2);
        assertThat(outcomes.credits(one)).isOne();
        assertThat(outcomes.said(other)).isEqualTo(Said.REFUSED);
        assertThat(outcomes.debits(other)).isZero();

        outcomes.forgetSeen();

        assertThat(outcomes.said(one)).isEqualTo(Said.ACKNOWLEDGED);
        assertThat(outcomes.debits(one)).isZero();
        assertThat(outcomes.credits(one)).isZero();
    }

    @Test
    void countsToThree() {
        int number = outcomes.begin();
        for (int i = 0; i < 9; i++) {
            outcomes.seeDebit(number);
            outcomes.seeCredit(number);
        }

        assertThat(outcomes.debits(number)).isEqualTo(3);
        assertThat(outcomes.credits(number)).isEqualTo(3);
        assertThat(outcomes.said(number)).isEqualTo(Said.UNKNOWN);
    }

    @Test
    void growsWithoutForgetting() {
        for (int i = 0; i < 200_000; i++) {
            outcomes.say(outcomes.begin(), i % 3 == 0 ? Said.REFUSED : Said.ACKNOWLEDGED);
        }

        assertThat(outcomes.count()).isEqualTo(200_000);
        for (int i = 0; i < 200_000; i++) {
            assertThat(outcomes.said(i)).isEqualTo(i % 3 == 0 ? Said.REFUSED : Said.ACKNOWLEDGED);
        }
    }
}
