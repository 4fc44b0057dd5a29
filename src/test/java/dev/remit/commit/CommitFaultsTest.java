package dev.remit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.bank.Movement;
import dev.remit.bank.Reply;
import dev.remit.bank.ThroughProxy;
import dev.remit.bank.Wish;
import dev.remit.bank.WithTwoAccounts;
import dev.remit.faults.Fault;
import dev.remit.faults.Rule;
import dev.remit.store.Ledger;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database fails once or twice, and the caller does not notice. */
@QuarkusTest
@TestProfile(ThroughProxy.class)
class CommitFaultsTest extends WithTwoAccounts {

    private static final Fault EXECUTED_LATER =
            Fault.connectionLostAtCommit().executedLater(Duration.ofMillis(300));

    @Inject Transactions transactions;

    static Stream<Rule> faults() {
        Stream<Rule> atStatements =
                Stream.of(
                                "FROM ledgers",
                                // An UPSERT INTO on CockroachDB.
                                "UP(DATE|SERT INTO) accounts",
                                "INSERT INTO transfers",
                                "UP(DATE|SERT INTO) ledgers")
                        .map(Pattern::compile)
                        .flatMap(CommitFaultsTest::faultsAt);
        Stream<Rule> atCommit =
                Stream.of(
                                Fault.atCommit("40001"),
                                Fault.atCommit("40P01"),
                                Fault.atCommit("40003"),
                                Fault.atCommit("40003").afterExecution(),
                                Fault.atCommit("57P01"),
                                Fault.atCommit("57P01").afterExecution(),
                                Fault.atCommit("08006"),
                                Fault.atCommit("08006").afterExecution(),
                                Fault.connectionLostAtCommit(),
                                Fault.connectionLostAtCommit().afterExecution(),
                                EXECUTED_LATER)
                        .map(Rule::once);
        // Of an id that somebody else has committed since it was looked up.
        Rule duplicate = Rule.once(Fault.atStatement("23505")).where("INSERT INTO transfers");
        return Stream.concat(Stream.concat(atStatements, Stream.of(duplicate)), atCommit);
    }

    private static Stream<Rule> faultsAt(Pattern statement) {
        return Stream.of(
                        "40001", "40P01", "57P01", "57P05", "25P03", "25006", "53100", "57014",
                        "55P03", "lost")
                .map(what -> Rule.once(Fault.named("statement-" + what)))
                .map(rule -> rule.where(statement.asPredicate()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void oneFaultCostsAnotherTransactionAndNothingElse(Rule rule) throws Exception {
        int before = transactions.begun();
        proxy.inject(rule);

        assertPostedOnce(Wish.transfer(payer, payee, 100));

        assertThat(proxy.unfired()).isEmpty();
        // One that is executed late may get in the way of the attempt that looks for it.
        assertThat(transactions.begun() - before)
                .isBetween(2, rule.fault().equals(EXECUTED_LATER) ? 3 : 2);
    }

    static Stream<List<Fault>> sequences() {
        Fault executed = Fault.connectionLostAtCommit().afterExecution();
        Fault not = Fault.connectionLostAtCommit();
        return Stream.of(
                List.of(executed, executed, executed),
                List.of(not, not, executed, not),
                List.of(Fault.atCommit("40001"), not, Fault.atCommit("40001"), executed),
                List.of(EXECUTED_LATER, not, executed),
                List.of(Fault.atCommit("40003").afterExecution(), Fault.atCommit("40001")));
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void doubtUponDoubtIsSettled(List<Fault> faults) throws Exception {
        faults.forEach(proxy::inject);

        assertPostedOnce(Wish.transfer(payer, payee, 100));

        assertThat(proxy.unfired()).isEmpty();
    }

    /** An id that the service picks is settled like one that the caller gave. */
    @ParameterizedTest
    @MethodSource("sequences")
    void aTransferWithoutAKeyIsSettledToo(List<Fault> faults) throws Exception {
        faults.forEach(proxy::inject);

        assertPostedOnce(new Wish(null, false, payer, payee, 100, "no key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit-lost-executed", "commit-lost", "commit-lost-executed-300ms"})
    void anAccountIsOpenedOnce(String fault) throws Exception {
        long before = client.get("/accounts/summary").body().get("count").longValue();
        proxy.inject(Fault.named(fault));
        UUID withMoney = client.open(70);
        proxy.inject(Fault.named(fault));
        UUID empty = client.open(0);

        assertThat(client.balance(withMoney)).isEqualTo(70);
        assertThat(client.balance(empty)).isZero();
        assertThat(client.get("/accounts/summary").body().get("count").longValue())
                .isEqualTo(before + 2);
        assertThat(proxy.unfired()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit-lost-executed", "commit-lost", "commit-lost-executed-300ms"})
    void anEmptyAccountIsClosedOnce(String fault) throws Exception {
        proxy.inject(Fault.named(fault));

        assertThat(client.delete("/accounts/" + payee).status()).isEqualTo(204);

        assertThat(proxy.unfired()).isEmpty();
        assertThat(client.get("/accounts/" + payee).status()).isEqualTo(404);
    }

    @Test
    void theSecondAnswerIsThatOfTheFirstPosting() throws Exception {
        proxy.inject(Fault.connectionLostAtCommit().afterExecution());
        Wish wish = Wish.transfer(payer, payee, 100);
        Reply first = assertPostedOnce(wish);

        Reply second = client.ask(wish);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.replayed()).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
    }

    /** The service takes the head to be on the page that the commit would have begun. */
    @Test
    void aPageThatCouldNotBeTurnedIsTurnedByTheNext() throws Exception {
        turnPageNext();
        proxy.inject(Rule.once(Fault.atStatement("22003")).where("DELETE FROM ledgers"));
        assertThat(client.ask(Wish.transfer(payer, payee, 1)).status()).isEqualTo(500);

        assertPostedOnce(Wish.transfer(payer, payee, 100));

        assertThat(proxy.unfired()).isEmpty();
    }

    /** Until the next commit is the first one of a page. */
    private void turnPageNext() throws Exception {
        long last = database.number("SELECT sequence FROM ledgers");
        while (Ledger.page(last) == Ledger.page(last + 1)) {
            client.open(0);
            last = database.number("SELECT sequence FROM ledgers");
        }
    }

    private Reply assertPostedOnce(Wish wish) throws Exception {
        Reply reply = client.ask(wish);
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        Movement answered = reply.movement();
        assertThat(answered.fromBalance()).isEqualTo(900);
        assertThat(answered.toBalance()).isEqualTo(100);
        assertThat(client.balance(payer)).isEqualTo(900);
        assertThat(client.balance(payee)).isEqualTo(100);
        try (Connection connection = database.connect()) {
            assertThat(Movement.journal(connection))
                    .filteredOn(movement -> payer.equals(movement.from()))
                    .containsExactly(answered);
        }
        return reply;
    }
}
