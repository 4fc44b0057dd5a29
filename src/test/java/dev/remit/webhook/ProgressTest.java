package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.store.EventPlace;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final EventPlace START = new EventPlace(7, 0);

    private final Progress progress = new Progress(START, null);

    @Test
    void whatWasDeliveredIsRecordedAsTheEventThatItWas() {
        progress.delivered(new EventPlace(7, 2), 200);
        progress.passed(EventPlace.behind(9));

        assertThat(progress.unrecorded()).contains(new EventPlace(7, 2));
        assertThat(progress.place()).isEqualTo(new EventPlace(10, 0));
        assertThat(progress.isOld()).isTrue();

        progress.recorded(new EventPlace(7, 2));

        assertThat(progress.unrecorded()).isEmpty();
    }

    @Test
    void whatIsNotWantedIsRecordedOnlyWhenItIsMuch() {
        progress.passed(EventPlace.behind(1000));
        assertThat(progress.unrecorded()).isEmpty();

        progress.passed(EventPlace.behind(1006));
        assertThat(progress.unrecorded()).contains(new EventPlace(1007, 0));
    }

    @Test
    void nothingIsPassedTwice() {
        progress.delivered(new EventPlace(9, 3), 200);

        progress.passed(EventPlace.behind(7));

        assertThat(progress.place()).isEqualTo(new EventPlace(9, 3));
    }
}
