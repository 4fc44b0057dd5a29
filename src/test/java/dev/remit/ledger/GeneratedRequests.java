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
 * Few accounts and few ids, so that requests meet again and again what they have touched before;
 * times before and after now; amounts at both ends of their range.
 */
class GeneratedRequests extends DomainContextBase {

    private static final List<UUID> ACCOUNTS = ids("a", 6);
    private static final List<UUID> TRANSFERS = ids("b", 12);

    @Provide
    Arbitrary<State> states() {
        Arbitrary<Head> heads =
                Combinators.combine(
                                Arbitraries.longs().between(0, 1000),
                                Arbitraries.longs().between(0, 2_000_000))
                        .as((sequence, time) -> new Head("main", sequence, new byte[32], time));
        // The rich one is where balances reach their limit, and one was closed.
        return Combinators.combine(
                        heads,
                        Arbitraries.longs()
                                .between(0, 100)
                                .edgeCases(it -> it.add(0L))
                                .list()
                                .ofSize(3),
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.of(Money.MAX, Money.MAX - 50),
                        Arbitraries.of(true, false))
                .as(GeneratedRequests::state);
    }

    private static State state(
            Head head, List<Long> balances, long version, long rich, boolean isOneClosed) {
        Map<UUID, Account> accounts = new HashMap<>();
        Map<UUID, State.Opening> openings = new HashMap<>();
        for (int i = 0; i < balances.size(); i++) {
            UUID id = ACCOUNTS.get(i);
            accounts.put(id, new Account(id, balances.get(i), version, "USD"));
            openings.put(id, new State.Opening("x", 0));
        }
        accounts.put(ACCOUNTS.get(3), new Account(ACCOUNTS.get(3), rich, 7, "USD"));
        openings.put(ACCOUNTS.get(3), new State.Opening(null, 0));
        if (isOneClosed) {
            openings.put(ACCOUNTS.get(4), new State.Opening(null, 0));
        }
        return new State(head, accounts, Map.of(), openings);
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return request().list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<Request> request() {
        Arbitrary<List<Command>> several = commands().list().ofMinSize(2).ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, commands().map(Request::of)),
                                Tuple.of(2, several.map(Request::allOf)),
                                Tuple.of(1, several.map(Request::eachOf))),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as(Request::dry);
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
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(0L, 1L, 100L, Money.MAX),
                        Arbitraries.of("USD", "USD", "POINTS/0"))
                .as((id, balance, currency) -> new Command.Open(id, true, "x", balance, currency));
    }

    private Arbitrary<Command> closes() {
        return Combinators.combine(Arbitraries.of(ACCOUNTS), Arbitraries.of(true, false))
                .as(Command.Close::new);
    }

    private static List<UUID> ids(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(Long.parseLong(kind, 16), i))
                .toList();
    }
}
