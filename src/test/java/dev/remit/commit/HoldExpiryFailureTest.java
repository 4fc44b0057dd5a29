package dev.remit.commit;

import static org.awaitility.Awaitility.await;

import dev.remit.store.LedgerReader;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HoldExpiryFailureTest {

    /** Also after what must not happen: otherwise no hold would end any more, without a word. */
    @Test
    void whateverHasHappenedItLooksAgain() {
        AtomicInteger looks = new AtomicInteger();
        LedgerReader failing =
                new LedgerReader() {
                    @Override
                    public List<UUID> dueHolds(int limit) {
                        looks.incrementAndGet();
                        throw new StackOverflowError("on purpose");
                    }
                };
        HoldExpiry expiry = new HoldExpiry(failing, null);

        expiry.start();

        try {
            await().until(() -> looks.get() > 1);
        } finally {
            expiry.close();
        }
    }
}
