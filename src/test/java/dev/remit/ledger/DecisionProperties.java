package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.ledger.Posting.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for every batch that anybody could send, whatever the books say. */
@Domain(GeneratedBatches.class)
class DecisionProperties {

    private static final long NOW = 1_000_000;

    @Property
    void moneyOnlyComesByDepositsAndLeavesByWithdrawals(
            @ForAll Books books, @ForAll List<Unit> units) {
        Decision decision = Decision.decide(units, books, NOW);

        long deposits = sum(decision.postings().stream().filter(it -> it.from() == null));
        long withdrawals = sum(decision.postings().stream().filter(it -> it.to() == null));
        assertThat(total(after(books, decision))).isEqualTo(total(books) + deposits - withdrawals);
    }

    @Property
    void everyAccountsPostingsAreAChainThatGoesOnWhereItEnded(
            @ForAll Books books, @ForAll List<Unit> units) {
        Map<UUID, Books.Entry> ends = new HashMap<>(books.accounts());
        books.tails()
                .forEach((id, tail) -> ends.put(id, entry(0, tail.version(), tail.postedAt())));

        for (Posting posting : Decision.decide(units, books, NOW).postings()) {
            for (Side side : sides(posting)) {
                Books.Entry end = ends.getOrDefault(side.account(), entry(0, 0, 0));
                long amount = side.equals(posting.from()) ? -posting.amount() : posting.amount();
                assertThat(side.version()).isEqualTo(end.version() + 1);
                assertThat(side.balance()).isEqualTo(end.balance() + amount);
                assertThat(posting.createdAt()).isGreaterThanOrEqualTo(end.postedAt());
                ends.put(
                        side.account(), entry(side.balance(), side.version(), posting.createdAt()));
            }
        }
    }

    @Property
    void noBalanceIsEverOutOfRange(@ForAll Books books, @ForAll List<Unit> units) {
        for (Posting posting : Decision.decide(units, books, NOW).postings()) {
            assertThat(posting.createdAt()).isGreaterThanOrEqualTo(NOW);
            for (Side side : sides(posting)) {
                assertThat(side.balance()).isBetween(0L, Money.MAX);
            }
        }
    }

    @Property
    void whatIsRefusedMightAsWellNotHaveBeenSent(@ForAll Books books, @ForAll List<Unit> units) {
        Decision all = Decision.decide(units, books, NOW);
        List<Unit> rest = new ArrayList<>();
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (!(all.outcomes().get(i).getFirst() instanceof Outcome.Refused)) {
                rest.add(units.get(i));
                outcomes.add(all.outcomes().get(i));
            }
        }

        Decision withoutRefused = Decision.decide(rest, books, NOW);

        assertThat(withoutRefused.outcomes()).isEqualTo(outcomes);
        assertThat(withoutRefused.postings()).isEqualTo(all.postings());
        assertThat(after(books, withoutRefused)).isEqualTo(after(books, all));
    }

    @Property
    void noIdIsEverPostedTwice(@ForAll Books books, @ForAll List<Unit> units) {
        Decision decision = Decision.decide(units, books, NOW);

        Set<UUID> ids = new HashSet<>(books.journal().keySet());
        assertThat(decision.postings()).allMatch(posting -> ids.add(posting.id()));
    }

    @Property
    void whereABatchEndsMakesNoDifference(@ForAll Books books, @ForAll List<Unit> units) {
        Decision together = Decision.decide(units, books, NOW);
        Books running = books;
        List<Posting> postings = new ArrayList<>();
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (Unit unit : units) {
            Decision alone = Decision.decide(List.of(unit), running, NOW);
            postings.addAll(alone.postings());
            outcomes.addAll(alone.outcomes());
            running = after(running, alone);
        }

        assertThat(outcomes).isEqualTo(together.outcomes());
        assertThat(postings).isEqualTo(together.postings());
        assertThat(running).isEqualTo(after(books, together));
    }

    /** The books as the next batch would read them. */
    private static Books after(Books books, Decision decision) {
        Map<UUID, Books.Entry> accounts = new HashMap<>(books.accounts());
        Map<UUID, Posting> journal = new HashMap<>(books.journal());
        Map<UUID, Books.Tail> tails = new HashMap<>(books.tails());
        for (Running account : decision.accounts()) {
            if (account.isOpen) {
                accounts.put(account.id, entry(account.balance, account.version, account.postedAt));
                tails.remove(account.id);
            } else {
                accounts.remove(account.id);
                tails.put(account.id, new Books.Tail(account.version, account.postedAt));
            }
        }
        decision.postings().forEach(posting -> journal.put(posting.id(), posting));
        return new Books(accounts, journal, tails);
    }

    private static Stream<Side> stream(Posting posting) {
        return Stream.of(posting.from(), posting.to()).filter(Objects::nonNull);
    }

    private static List<Side> sides(Posting posting) {
        return stream(posting).toList();
    }

    private static Books.Entry entry(long balance, long version, long postedAt) {
        return new Books.Entry(balance, version, postedAt);
    }

    private static long total(Books books) {
        return books.accounts().values().stream().mapToLong(Books.Entry::balance).sum();
    }

    private static long sum(Stream<Posting> postings) {
        return postings.mapToLong(Posting::amount).sum();
    }
}
