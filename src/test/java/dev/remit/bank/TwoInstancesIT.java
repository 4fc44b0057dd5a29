package dev.remit.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two services on one database. */
class TwoInstancesIT {

    private static final int TRANSFERS = 200;

    @Test
    void theSameIdAtTwoInstancesAtOnceIsPostedOnceAndAnsweredAlike() throws Exception {
        OwnDatabase database = OwnDatabase.create("two_instances");
        int first = RemitProcess.freePort();
        int second = RemitProcess.freePort();
        // They start together, on a database without a schema.
        try (RemitProcess one = RemitProcess.start(database, first);
                RemitProcess other = RemitProcess.start(database, second);
                RemitClient here = new RemitClient(RemitProcess.service(first));
                RemitClient there = new RemitClient(RemitProcess.service(second))) {
            one.awaitReady();
            other.awaitReady();
            UUID payer = here.open(TRANSFERS);
            UUID payee = there.open(0);
            List<CompletableFuture<Reply>> fromHere = new ArrayList<>();
            List<CompletableFuture<Reply>> fromThere = new ArrayList<>();
            for (int i = 0; i < TRANSFERS; i++) {
                Wish wish = Wish.transfer(payer, payee, 1);
                fromHere.add(here.askMeanwhile(wish));
                fromThere.add(there.askMeanwhile(wish));
            }
            for (int i = 0; i < TRANSFERS; i++) {
                Reply reply = fromHere.get(i).join();
                Reply again = fromThere.get(i).join();
                assertThat(List.of(reply.status(), again.status()))
                        .as("%s and %s", reply, again)
                        .containsExactlyInAnyOrder(200, 201);
                assertThat(reply.body()).isEqualTo(again.body());
            }
            assertThat(there.balance(payer)).isZero();
            assertThat(here.balance(payee)).isEqualTo(TRANSFERS);
        }
        JournalInvariants.assertHold(database);
    }
}
