package dev.remit.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Few accounts and few ids, so that batches meet again and again what they have touched before;
 * times before and after now; amounts at both ends of their range.
 */
class GeneratedBatches extends DomainContextBase {

    private static final List<UUID> ACCOUNTS = ids("a", 6);
    private static final List<UUID> TRANSFERS = ids("b", 12);

    @Provide
    Arbitrary<Books> books() {
        Arbitrary<Books.Entry> entries =
                Combinators.combine(
                                Arbitraries.longs().between(0, 100).edgeCases(it -> it.add(0L)),
                                Arbitraries.longs().between(0, 5),
                                Arbitraries.longs().between(0, 2_000_000))
                        .as(Books.Entry::new);
        Arbitrary<Books.Tail> tails =
                Combinators.combine(
                                Arbitraries.longs().between(1, 5),
                                Arbitraries.longs().between(0, 2_000_000))
                        .as(Books.Tail::new);
        // The rich one is where balances reach their limit.
        return Combinators.combine(
                        entries.list().ofSize(3),
                        Arbitraries.of(Money.MAX, Money.MAX - 50),
                        tails.optional())
                .as(
                        (found, rich, tail) -> {
                            Map<UUID, Books.Entry> accounts = new HashMap<>();
                            for (int i = 0; i < found.size(); i++) {
                                accounts.put(ACCOUNTS.get(i), found.get(i));
                            }
                            accounts.put(ACCOUNTS.get(3), new Books.Entry(rich, 7, 0));
                            Map<UUID, Books.Tail> closed = new HashMap<>();
                            tail.ifPresent(it -> closed.put(ACCOUNTS.get(4), it));
                            return new Books(accounts, Map.of(), closed);
                        });
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, commands().map(Unit::of)),
                        Tuple.of(1, commands().list().ofMinSize(2).ofMaxSize(4).map(Unit::new)))
                .list()
                .ofMaxSize(25)
                .map(GeneratedBatches::withIdsOfTheirOwn);
    }

    private Arbitrary<Command> commands() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, posts()), Tuple.of(1, opens()), Tuple.of(1, closes()));
    }

    private Arbitrary<Command> posts() {
        Arbitrary<UUID> account = Arbitraries.of(ACCOUNTS);
        Arbitrary<UUID> sometimesNone = account.injectNull(0.15);
        return Combinators.combine(
                        Arbitraries.of(TRANSFERS),
                        sometimesNone,
                        sometimesNone,
                        account,
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(1, 60), Arbitraries.of(1L, Money.MAX)),
                        Arbitraries.of("rent", null))
                .as(
                        (id, from, to, instead, amount, reference) ->
                                new Command.Post(
                                        id,
                                        true,
                                        from,
                                        from == null && to == null ? instead : to,
                                        amount,
                                        reference));
    }

    private Arbitrary<Command> opens() {
        return Combinators.combine(
                        Arbitraries.of(ACCOUNTS), Arbitraries.of(0L, 1L, 100L, Money.MAX))
                .as((id, balance) -> new Command.Open(id, true, "x", balance, id));
    }

    private Arbitrary<Command> closes() {
        return Combinators.combine(Arbitraries.of(ACCOUNTS), Arbitraries.of(true, false))
                .as((id, payout) -> new Command.Close(id, payout, id));
    }

    /** Openings and withdrawals at closing have a new id each, as the service gives them. */
    private static List<Unit> withIdsOfTheirOwn(List<Unit> units) {
        int[] next = {0};
        return units.stream()
                .map(unit -> new Unit(unit.commands().stream().map(it -> own(it, next)).toList()))
                .toList();
    }

    private static Command own(Command command, int[] next) {
        UUID id = new UUID(0xc, next[0]++);
        return switch (command) {
            case Command.Post post -> post;
            case Command.Open open ->
                    new Command.Open(open.account(), true, open.name(), open.balance(), id);
            case Command.Close close -> new Command.Close(close.account(), close.payout(), id);
        };
    }

    private static List<UUID> ids(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(Long.parseLong(kind, 16), i))
                .toList();
    }
}
