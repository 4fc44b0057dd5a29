package dev.remit.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The hold that is open when a commit begins. */
    private static final UUID HOLD = TRANSFERS.get(0);

    /** The transfer that was posted before, and is reversed in part. */
    private static final UUID POSTED = TRANSFERS.get(1);

    private static final List<UUID> MONITORS = ids("d", 6);

    /** Watches the first account, which may be on either side of its line. */
    private static final Monitor WATCHING =
            new Monitor(MONITORS.get(0), ACCOUNTS.getFirst(), 40L, null);

    /** Is deleted. */
    private static final Monitor DELETED = new Monitor(MONITORS.get(1), ACCOUNTS.get(1), null, 50L);

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
                        Arbitraries.longs().between(2, 5),
                        Arbitraries.of(Money.MAX, Money.MAX - 50),
                        Arbitraries.of(true, false),
                        Arbitraries.of(null, 500_000L, 1_500_000L),
                        Arbitraries.of(0L, 0L, 30L))
                .as(GeneratedRequests::state);
    }

    private static State state(
            Head head,
            List<Long> balances,
            long version,
            long rich,
            boolean isOneClosed,
            Long expiresAt,
            long overdraft) {
        Map<UUID, Account> accounts = new HashMap<>();
        Map<UUID, State.Profile> profiles = new HashMap<>();
        for (int i = 0; i < balances.size(); i++) {
            UUID id = ACCOUNTS.get(i);
            accounts.put(id, new Account(id, balances.get(i), version, "USD"));
        }
        // Of which some is held, and which may be overdrawn.
        UUID first = ACCOUNTS.getFirst();
        accounts.put(
                first,
                new Account(
                        first,
                        balances.getFirst() + 10 - overdraft,
                        10,
                        version,
                        "USD",
                        0,
                        overdraft,
                        Frozen.NONE,
                        new Monitors(List.of(WATCHING))));
        accounts.put(ACCOUNTS.get(3), new Account(ACCOUNTS.get(3), rich, 7, "USD"));
        accounts.keySet().forEach(id -> profiles.put(id, new State.Profile("x", null, 0)));
        Set<UUID> openings = new HashSet<>(accounts.keySet());
        if (isOneClosed) {
            openings.add(ACCOUNTS.get(4));
        }
        Map<UUID, Transfer> transfers = new HashMap<>();
        Map<UUID, State.Followers> followers = new HashMap<>();
        transfers.put(HOLD, before(HOLD, Kind.HOLD, first, 10, null, expiresAt));
        transfers.put(POSTED, before(POSTED, Kind.POSTING, ACCOUNTS.get(1), 40, null, null));
        followers.put(
                POSTED,
                new State.Followers(
                        before(new UUID(0xc, 0), Kind.REVERSAL, ACCOUNTS.get(2), 15, POSTED, null),
                        999));
        Map<UUID, State.Created> monitors = new HashMap<>();
        monitors.put(WATCHING.id(), new State.Created(WATCHING, 0));
        monitors.put(DELETED.id(), new State.Created(DELETED, 0));
        return new State(head, accounts, profiles, transfers, followers, openings, monitors);
    }

    /** The second account and the third: one sends to the other. */
    private static Transfer before(
            UUID id, Kind kind, UUID from, long amount, UUID related, Long expiresAt) {
        UUID to = ACCOUNTS.get(kind == Kind.REVERSAL ? 1 : 2);
        return new Transfer(
                id,
                kind,
                new Entry(from, 1, 1),
                new Entry(to, 1, 1),
                amount,
                null,
                null,
                related,
                related == null ? 0 : amount,
                expiresAt,
                0,
                0);
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
                Tuple.of(8, posts()),
                Tuple.of(3, holds()),
                Tuple.of(3, settlements()),
                Tuple.of(2, reversals()),
                Tuple.of(2, changes()),
                Tuple.of(2, monitors()),
                Tuple.of(1, Arbitraries.of(MONITORS).map(Command.DeleteMonitor::new)),
                Tuple.of(1, opens()),
                Tuple.of(1, closes()));
    }

    private Arbitrary<Command.Post> posts() {
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

    private Arbitrary<Command> holds() {
        return Combinators.combine(
                        posts().filter(post -> post.from() != null),
                        Arbitraries.of(null, 1L, 1_000_000L))
                .as(Command.Hold::new);
    }

    private Arbitrary<Command> settlements() {
        return Combinators.combine(
                        Arbitraries.of(TRANSFERS),
                        Arbitraries.of(TRANSFERS),
                        Arbitraries.of(Kind.CAPTURE, Kind.VOID, Kind.EXPIRY),
                        Arbitraries.of(null, 1L, 10L, 60L))
                .as(
                        (id, hold, kind, amount) ->
                                new Command.Settle(
                                        id,
                                        true,
                                        hold,
                                        kind,
                                        kind == Kind.CAPTURE ? amount : null));
    }

    private Arbitrary<Command> reversals() {
        return Combinators.combine(
                        Arbitraries.of(TRANSFERS),
                        Arbitraries.of(TRANSFERS),
                        Arbitraries.of(null, 1L, 25L, 26L))
                .as((id, of, amount) -> new Command.Reverse(id, true, of, amount, null, null));
    }

    private Arbitrary<Command> changes() {
        return Combinators.combine(
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(null, 0L, 20L, Money.MAX),
                        Arbitraries.of(Frozen.values()).injectNull(0.3),
                        Arbitraries.of(Map.<String, String>of(), Map.of("k", "v")))
                .as(
                        (account, overdraft, frozen, metadata) ->
                                new Command.Change(
                                        account,
                                        null,
                                        new TermsChange(null, overdraft, frozen, false, metadata)));
    }

    private Arbitrary<Command> monitors() {
        return Combinators.combine(
                        Arbitraries.of(MONITORS),
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(-20L, 0L, 1L, 40L, 50L, 100L, Money.MAX),
                        Arbitraries.of(true, false))
                .as(
                        (id, account, line, isBelow) ->
                                new Command.CreateMonitor(
                                        new Monitor(
                                                id,
                                                account,
                                                isBelow ? line : null,
                                                isBelow ? null : line),
                                        true));
    }

    private Arbitrary<Command> opens() {
        return Combinators.combine(
                        Arbitraries.of(ACCOUNTS),
                        Arbitraries.of(0L, 1L, 100L, Money.MAX),
                        Arbitraries.of("USD", "USD", "POINTS/0"))
                .as(
                        (id, balance, currency) ->
                                new Command.Open(id, true, Terms.named("x"), balance, currency));
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
