package dev.remit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds for every list of requests that anybody could send, whatever the state is. */
@Domain(GeneratedRequests.class)
class RulesProperties {

    static final long NOW = 1_000_000;
    private static final UUID TOKEN = new UUID(0xf, 0);

    @Property
    void moneyOnlyComesByDepositsAndLeavesByWithdrawals(
            @ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);

        long deposits = sum(transfers(decision).stream().filter(it -> it.from() == null));
        long withdrawals = sum(transfers(decision).stream().filter(it -> it.to() == null));
        assertThat(total(after(state, decision))).isEqualTo(total(state) + deposits - withdrawals);
    }

    @Property
    void everyAccountsEntriesAreAChainThatGoesOnWhereItEnded(
            @ForAll State state, @ForAll List<Request> requests) {
        Map<UUID, Entry> ends = new HashMap<>();
        state.accounts().forEach((id, account) -> ends.put(id, account.entry()));

        for (Transfer transfer : transfers(decide(state, requests))) {
            for (Entry entry : entries(transfer)) {
                Entry end = ends.getOrDefault(entry.account(), new Entry(entry.account(), 0, 0));
                long amount =
                        entry.equals(transfer.from()) ? -transfer.amount() : transfer.amount();
                assertThat(entry.version()).isEqualTo(end.version() + 1);
                assertThat(entry.balance()).isEqualTo(end.balance() + amount);
                ends.put(entry.account(), entry);
            }
        }
    }

    @Property
    void noBalanceIsEverOutOfRange(@ForAll State state, @ForAll List<Request> requests) {
        for (Transfer transfer : transfers(decide(state, requests))) {
            for (Entry entry : entries(transfer)) {
                assertThat(entry.balance()).isBetween(-Money.MAX, Money.MAX);
            }
        }
    }

    @Property
    void noMoreIsEverSpentOrHeldThanThereIs(@ForAll State state, @ForAll List<Request> requests) {
        State running = state;
        for (Event event : events(decide(state, requests))) {
            running = after(running, event);
            assertThat(running.accounts().values())
                    .allMatch(it -> it.available() >= 0 && it.held() >= 0);
        }
    }

    @Property
    void whatIsHeldIsWhatTheOpenHoldsHold(@ForAll State state, @ForAll List<Request> requests) {
        State after = after(state, decide(state, requests));
        Map<UUID, Long> held = new HashMap<>();
        after.transfers().values().stream()
                .filter(it -> it.kind() == Kind.HOLD && !after.followers().containsKey(it.id()))
                .forEach(it -> held.merge(it.from().account(), it.amount(), Long::sum));

        after.accounts()
                .forEach(
                        (id, account) ->
                                assertThat(account.held()).isEqualTo(held.getOrDefault(id, 0L)));
        assertThat(after.accounts().keySet()).containsAll(held.keySet());
    }

    @Property
    void aHoldEndsOnceInTimeAndByNoMoreThanItIs(
            @ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);
        Map<UUID, Transfer> transfers = after(state, decision).transfers();
        Set<UUID> ended = new HashSet<>();
        for (Transfer transfer : allTransfers(decision)) {
            if (transfer.kind().settlesHold()) {
                Transfer hold = transfers.get(transfer.related());
                assertThat(hold.kind()).isEqualTo(Kind.HOLD);
                assertThat(transfer.amount()).isBetween(1L, hold.amount());
                assertThat(transfer.settled()).isEqualTo(hold.amount());
                assertThat(transfer.kind() == Kind.EXPIRY)
                        .isEqualTo(hold.isExpired(transfer.createdAt()));
                assertThat(ended.add(hold.id())).isTrue();
            }
        }
    }

    @Property
    void noMoreIsReversedThanWasPosted(@ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);
        Map<UUID, Transfer> transfers = after(state, decision).transfers();
        Map<UUID, Long> reversed = new HashMap<>();
        state.followers().forEach((id, last) -> reversed.put(id, last.last().settled()));
        for (Transfer transfer : transfers(decision)) {
            if (transfer.kind() == Kind.REVERSAL) {
                Transfer original = transfers.get(transfer.related());
                assertThat(original.kind()).isIn(Kind.POSTING, Kind.CAPTURE);
                assertThat(Transfer.account(transfer.from()))
                        .isEqualTo(Transfer.account(original.to()));
                assertThat(Transfer.account(transfer.to()))
                        .isEqualTo(Transfer.account(original.from()));
                assertThat(reversed.merge(original.id(), transfer.amount(), Long::sum))
                        .isEqualTo(transfer.settled())
                        .isLessThanOrEqualTo(original.amount());
            }
        }
    }

    @Property
    void noMoneyMovesWhereItIsFrozen(@ForAll State state, @ForAll List<Request> requests) {
        State running = state;
        for (Event event : events(decide(state, requests))) {
            boolean isRelease = event instanceof Event.Released;
            if (event instanceof Event.OfTransfer it && !isRelease) {
                Entry from = it.transfer().from();
                Entry to = it.transfer().to();
                assertThat(from != null && frozen(running, from).stopsDebits()).isFalse();
                assertThat(to != null && frozen(running, to).stopsCredits()).isFalse();
            }
            running = after(running, event);
        }
    }

    private static Frozen frozen(State state, Entry entry) {
        return state.accounts().get(entry.account()).frozen();
    }

    /** Whoever reads the history knows what was allowed when. */
    @Property
    void everyChangeOfTermsIsInTheHistory(@ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);
        State after = after(state, decision);

        for (AccountChange change : decision.accounts()) {
            assertThat(change.after()).isEqualTo(after.accounts().get(change.account()));
            if (change.isOfTerms()) {
                assertThat(change.terms())
                        .isEqualTo(after.profiles().get(change.account()).terms(change.after()));
            }
        }
        assertThat(changed(state, after))
                .isSubsetOf(decision.accounts().stream().map(AccountChange::account).toList());
    }

    @Property
    void noTransferIsReversedInTooManyParts(@ForAll State state, @ForAll List<Request> requests) {
        assertThat(after(state, decide(state, requests)).followers().values())
                .allMatch(it -> it.count() <= TransferRules.MOST_REVERSALS);
    }

    private static Set<UUID> changed(State before, State after) {
        Set<UUID> changed = new HashSet<>(before.accounts().keySet());
        changed.addAll(after.accounts().keySet());
        changed.removeIf(id -> Objects.equals(before.accounts().get(id), after.accounts().get(id)));
        return changed;
    }

    @Property
    void aCommitIsTheNextOneAndHasOneTimeThatNeverGoesBack(
            @ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);

        if (decision.commit() == null) {
            assertThat(decision.head()).isEqualTo(state.head());
            return;
        }
        Commit commit = decision.commit();
        assertThat(commit.sequence()).isEqualTo(state.head().sequence() + 1);
        assertThat(commit.committedAt())
                .isEqualTo(Math.max(NOW, state.head().committedAt()))
                .isEqualTo(decision.head().committedAt());
        assertThat(commit.events()).isNotEmpty();
        assertThat(allTransfers(decision))
                .allMatch(it -> it.sequence() == commit.sequence())
                .allMatch(it -> it.createdAt() == commit.committedAt());
        assertThat(decision.head()).isEqualTo(state.head().after(commit));
    }

    @Property
    void whatIsRejectedMightAsWellNotHaveBeenSent(
            @ForAll State state, @ForAll List<Request> requests) {
        Decision all = decide(state, requests);
        List<Request> rest = new ArrayList<>();
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            List<Outcome> left =
                    all.outcomes().get(i).stream().filter(it -> !isRejected(it)).toList();
            if (!left.isEmpty()) {
                rest.add(withoutRejected(requests.get(i), all.outcomes().get(i)));
                outcomes.add(left);
            }
        }

        Decision withoutThem = decide(state, rest);
        assertThat(withoutThem.outcomes()).isEqualTo(outcomes);
        assertThat(withoutThem.commit()).isEqualTo(all.commit());
        assertThat(withoutThem.head()).isEqualTo(all.head());
        assertThat(withoutThem.accounts()).containsExactlyInAnyOrderElementsOf(all.accounts());
        assertThat(withoutThem.totals()).isEqualTo(all.totals());
    }

    @Property
    void whatIsNotAllOrNothingMightAsWellHaveBeenSentOneByOne(
            @ForAll State state, @ForAll List<Request> requests, @ForAll Request request) {
        Request each = new Request(request.commands(), false, false, null);
        List<Request> oneByOne = new ArrayList<>(requests);
        request.commands().forEach(command -> oneByOne.add(Request.of(command)));

        Decision together = decide(state, followedBy(requests, each));
        Decision apart = decide(state, oneByOne);

        assertThat(together.outcomes().getLast())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*index")
                .isEqualTo(
                        apart.outcomes().subList(requests.size(), oneByOne.size()).stream()
                                .map(List::getFirst)
                                .toList());
        assertThat(together.commit()).isEqualTo(apart.commit());
    }

    @Property
    void aDryRunTellsWhatWouldHappenAndNothingDoes(
            @ForAll State state, @ForAll List<Request> requests, @ForAll Request request) {
        Decision dry = decide(state, followedBy(requests, request.dry(true)));
        Decision real = decide(state, followedBy(requests, request.dry(false)));

        assertThat(dry.outcomes()).isEqualTo(real.outcomes());
        assertThat(dry.commit()).isEqualTo(decide(state, requests).commit());
    }

    @Property
    void noTransferChangesItsCurrency(@ForAll State state, @ForAll List<Request> requests) {
        Map<UUID, String> currencies = new HashMap<>();
        state.accounts().forEach((id, account) -> currencies.put(id, account.currency()));
        for (Event event : events(decide(state, requests))) {
            if (event instanceof Event.Opened opened) {
                currencies.put(opened.account(), opened.currency());
            } else if (event instanceof Event.Posted posted) {
                assertThat(entries(posted.transfer()))
                        .extracting(entry -> currencies.get(entry.account()))
                        .containsOnly(
                                currencies.get(entries(posted.transfer()).getFirst().account()));
            }
        }
    }

    @Property
    void totalsChangeAsTheirAccountsDo(@ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);
        Map<String, TotalChange> changes = new HashMap<>();
        after(state, decision).accounts().values().forEach(account -> add(changes, account, 1));
        state.accounts().values().forEach(account -> add(changes, account, -1));

        changes.values().removeIf(TotalChange::isNone);
        assertThat(decision.totals()).containsExactlyInAnyOrderElementsOf(changes.values());
    }

    private static void add(Map<String, TotalChange> changes, Account account, int sign) {
        TotalChange change =
                new TotalChange(
                        account.currency(), sign, BigInteger.valueOf(sign * account.balance()));
        changes.merge(account.currency(), change, TotalChange::and);
    }

    /** Either it makes no difference, or somebody finds out: whoever decides, or the database. */
    @Property
    void keysMayBeTakenForNewUntilItMatters(
            @ForAll State state, @ForAll List<Request> some, @ForAll Request dry) {
        List<Request> requests = followedBy(some, dry.dry(true));
        Map<UUID, Transfer> known = new HashMap<>(state.transfers());
        known.keySet().retainAll(Needs.of(requests).ofNewKeys().transfers());
        Decision decision = decide(knowing(state, known), requests);
        boolean isPostedTwice =
                allTransfers(decision).stream()
                        .anyMatch(it -> state.transfers().containsKey(it.id()));

        if (!isPostedTwice && !decision.dependsOnKeys()) {
            assertThat(decision).isEqualTo(decide(state, requests));
        }
    }

    private static State knowing(State state, Map<UUID, Transfer> transfers) {
        return new State(
                state.head(),
                state.accounts(),
                state.profiles(),
                transfers,
                state.followers(),
                state.openings(),
                state.monitors());
    }

    @Property
    void noIdIsEverPostedTwice(@ForAll State state, @ForAll List<Request> requests) {
        Set<UUID> ids = new HashSet<>(state.transfers().keySet());

        assertThat(allTransfers(decide(state, requests))).allMatch(it -> ids.add(it.id()));
    }

    @Property
    void noAccountIsEverOpenedTwice(@ForAll State state, @ForAll List<Request> requests) {
        Set<UUID> ids = new HashSet<>(state.openings());

        assertThat(events(decide(state, requests)))
                .allMatch(it -> !(it instanceof Event.Opened opened) || ids.add(opened.account()));
    }

    @Property
    void whatHappensIsOfWhoeverAskedForIt(@ForAll State state, @ForAll List<Request> requests) {
        List<Request> named = new ArrayList<>();
        List<String> actors = new ArrayList<>();
        State running = state;
        for (Request request : requests) {
            String actor = "caller " + named.size();
            named.add(request.by(actor));
            Decision alone = decide(running, List.of(request));
            assertThat(events(alone)).allMatch(event -> event.actor() == null);
            actors.addAll(Collections.nCopies(events(alone).size(), actor));
            running = after(running, alone);
        }

        assertThat(events(decide(state, named))).extracting(Event::actor).isEqualTo(actors);
    }

    @Property
    void whereACommitEndsMakesNoDifference(@ForAll State state, @ForAll List<Request> requests) {
        Decision together = decide(state, requests);
        State running = state;
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (Request request : requests) {
            Decision alone = decide(running, List.of(request));
            outcomes.addAll(alone.outcomes());
            running = after(running, alone);
        }

        assertThat(outcomes)
                .usingRecursiveComparison()
                // The only thing that tells of where they ended.
                .ignoringFieldsMatchingRegexes(".*sequence")
                .isEqualTo(together.outcomes());
        assertThat(running.accounts()).isEqualTo(after(state, together).accounts());
    }

    /**
     * What a commit did to an account begins where the last one ended, and tells of every entry.
     */
    @Property
    void whatACommitDidToEachAccountFollowsFromItsEvents(
            @ForAll State state, @ForAll List<Request> requests) {
        Decision decision = decide(state, requests);
        if (decision.commit() == null) {
            return;
        }
        Map<UUID, Account> after = after(state, decision).accounts();
        for (AccountCommit account : AccountCommit.of(decision.commit())) {
            Account before = state.accounts().get(account.account());
            assertThat(account.opened()).isEqualTo(before == null);
            assertThat(account.closed()).isEqualTo(!after.containsKey(account.account()));
            assertThat(account.firstVersion()).isEqualTo(before == null ? 0 : before.version() + 1);
            assertThat(account.lastVersion())
                    .isEqualTo(
                            (before == null ? 0 : before.version()) + account.transfers().size());
            if (!account.closed()) {
                assertThat(new Entry(account.account(), account.balance(), account.lastVersion()))
                        .isEqualTo(after.get(account.account()).entry());
            }
        }
    }

    /** As somebody would see who looks at both balances of each transfer, one after the other. */
    @Property
    void monitorsTellOfEachCrossingRightBehindItsTransfer(
            @ForAll State state, @ForAll List<Request> requests) {
        List<Event> events = events(decide(state, requests));
        List<Event> expected = new ArrayList<>();
        State running = state;
        for (Event event : events) {
            if (event instanceof Event.Crossed) {
                continue;
            }
            State after = after(running, event);
            expected.add(event);
            if (event instanceof Event.Posted posted) {
                for (Entry entry : entries(posted.transfer())) {
                    long before = running.accounts().get(entry.account()).balance();
                    for (Monitor monitor : after.accounts().get(entry.account()).monitors().all()) {
                        boolean wasBeyond = isBeyond(monitor, before);
                        if (!wasBeyond && isBeyond(monitor, entry.balance())) {
                            expected.add(new Event.Crossed(monitor, posted.transfer(), null));
                        }
                    }
                }
            }
            running = after;
        }

        assertThat(events).isEqualTo(expected);
    }

    private static boolean isBeyond(Monitor monitor, long balance) {
        return monitor.above() == null ? balance < monitor.below() : balance > monitor.above();
    }

    @Property
    void noMonitorIsEverCreatedTwiceAndNoneOutlivesItsAccount(
            @ForAll State state, @ForAll List<Request> requests) {
        Set<UUID> ids = new HashSet<>(state.monitors().keySet());
        State running = state;
        for (Event event : events(decide(state, requests))) {
            if (event instanceof Event.MonitorCreated created) {
                assertThat(ids.add(created.monitor().id())).isTrue();
            } else if (event instanceof Event.Closed closed) {
                assertThat(running.accounts().get(closed.account()).monitors())
                        .isEqualTo(Monitors.NONE);
            }
            running = after(running, event);
        }
    }

    private static boolean isRejected(Outcome outcome) {
        return outcome instanceof Outcome.Rejected;
    }

    private static Request withoutRejected(Request request, List<Outcome> outcomes) {
        List<Command> commands =
                IntStream.range(0, request.size())
                        .filter(i -> !isRejected(outcomes.get(i)))
                        .mapToObj(request.commands()::get)
                        .toList();
        return new Request(commands, request.isAtomic(), request.isDry(), request.actor());
    }

    private static List<Request> followedBy(List<Request> requests, Request last) {
        return Stream.concat(requests.stream(), Stream.of(last)).toList();
    }

    private static Decision decide(State state, List<Request> requests) {
        return Rules.decide(requests, state, TOKEN, NOW);
    }

    /** The state as the next commit would read it. */
    private static State after(State state, Decision decision) {
        State after = state;
        for (Event event : events(decision)) {
            after = after(after, event);
        }
        return new State(
                decision.head(),
                after.accounts(),
                after.profiles(),
                after.transfers(),
                after.followers(),
                after.openings(),
                after.monitors());
    }

    /** All that can be known of it follows from what happened. */
    private static State after(State state, Event event) {
        State after =
                new State(
                        state.head(),
                        new HashMap<>(state.accounts()),
                        new HashMap<>(state.profiles()),
                        new HashMap<>(state.transfers()),
                        new HashMap<>(state.followers()),
                        new HashSet<>(state.openings()),
                        new HashMap<>(state.monitors()));
        long time = Math.max(NOW, state.head().committedAt());
        switch (event) {
            case Event.Opened it -> {
                after.accounts()
                        .put(it.account(), Account.opened(it.account(), it.currency(), it.terms()));
                after.profiles().put(it.account(), profile(it.terms(), time));
                after.openings().add(it.account());
            }
            case Event.Changed it -> {
                after.accounts().computeIfPresent(it.account(), (id, old) -> old.under(it.terms()));
                after.profiles()
                        .computeIfPresent(
                                it.account(), (id, old) -> profile(it.terms(), old.openedAt()));
            }
            case Event.OfTransfer it -> apply(after, it.transfer());
            case Event.Closed it -> after.accounts().remove(it.account());
            case Event.MonitorCreated it -> {
                Monitor monitor = it.monitor();
                watch(after, monitor, monitors -> monitors.with(monitor));
                after.monitors().put(monitor.id(), new State.Created(monitor, time));
            }
            case Event.MonitorDeleted it ->
                    watch(after, it.monitor(), monitors -> monitors.without(it.monitor()));
            case Event.Crossed it -> {}
        }
        return after;
    }

    private static State.Profile profile(Terms terms, long openedAt) {
        return new State.Profile(terms.name(), terms.metadata(), openedAt);
    }

    private static void watch(State state, Monitor monitor, UnaryOperator<Monitors> change) {
        state.accounts()
                .computeIfPresent(
                        monitor.account(),
                        (id, account) -> account.watchedBy(change.apply(account.monitors())));
    }

    private static void apply(State state, Transfer transfer) {
        state.transfers().put(transfer.id(), transfer);
        if (transfer.related() != null) {
            state.followers()
                    .compute(
                            transfer.related(),
                            (id, before) -> State.Followers.after(before, transfer));
        }
        if (transfer.kind() == Kind.HOLD) {
            hold(state, transfer, transfer.amount());
        } else if (transfer.kind().settlesHold()) {
            hold(state, transfer, -transfer.settled());
        }
        if (transfer.kind().movesMoney()) {
            move(state, transfer.from(), -transfer.amount());
            move(state, transfer.to(), transfer.amount());
        }
    }

    private static void hold(State state, Transfer transfer, long amount) {
        state.accounts()
                .computeIfPresent(transfer.from().account(), (id, account) -> account.hold(amount));
    }

    private static void move(State state, Entry entry, long amount) {
        if (entry != null) {
            state.accounts()
                    .computeIfPresent(entry.account(), (id, account) -> account.move(amount));
        }
    }

    private static List<Event> events(Decision decision) {
        return decision.commit() == null ? List.of() : decision.commit().events();
    }

    private static List<Transfer> allTransfers(Decision decision) {
        return events(decision).stream()
                .filter(Event.OfTransfer.class::isInstance)
                .map(event -> ((Event.OfTransfer) event).transfer())
                .toList();
    }

    private static List<Transfer> transfers(Decision decision) {
        return events(decision).stream()
                .filter(Event.Posted.class::isInstance)
                .map(event -> ((Event.Posted) event).transfer())
                .toList();
    }

    private static List<Entry> entries(Transfer transfer) {
        return Stream.of(transfer.from(), transfer.to()).filter(Objects::nonNull).toList();
    }

    private static long total(State state) {
        return state.accounts().values().stream().mapToLong(Account::balance).sum();
    }

    private static long sum(Stream<Transfer> transfers) {
        return transfers.mapToLong(Transfer::amount).sum();
    }
}
