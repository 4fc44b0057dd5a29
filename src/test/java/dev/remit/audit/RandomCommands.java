package dev.remit.audit;

import dev.remit.ledger.Command;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Monitor;
import dev.remit.ledger.Terms;
import dev.remit.ledger.TermsChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Everything that a ledger can be asked to do, as often possible as not. */
final class RandomCommands {

    private static final String METADATA = "{\"order\":\"\\\"4711\\\"\"}";

    private final Random random;

    /** The ids of transfers that others may settle or reverse, the last ones last. */
    private final List<UUID> asked = new ArrayList<>();

    /** Those among them that may be holds. */
    private final List<UUID> held = new ArrayList<>();

    /** The ids of monitors, the last ones last. */
    private final List<UUID> watching = new ArrayList<>();

    RandomCommands(Random random) {
        this.random = random;
    }

    Command next(List<UUID> accounts) {
        UUID account = any(accounts);
        UUID other = any(accounts);
        return switch (random.nextInt(22)) {
            case 0, 1, 2 ->
                    new Command.Open(
                            account,
                            true,
                            random.nextBoolean() ? Terms.named(name()) : terms(),
                            100L * random.nextInt(3),
                            random.nextInt(4) == 0 ? "EUR" : "USD");
            case 3, 4 -> new Command.Close(account, random.nextBoolean());
            case 5 -> post(null, account);
            case 6 -> post(account, null);
            case 7, 8 -> hold(post(account, other));
            case 9 -> hold(post(account, null));
            case 10, 11 -> settle();
            case 12 ->
                    new Command.Reverse(uuid(), true, recent(asked), amount(), name(), metadata());
            case 13 -> new Command.Change(account, null, change());
            case 14, 15 ->
                    random.nextInt(3) > 0
                            ? watch(account)
                            : new Command.DeleteMonitor(recent(watching));
            default -> post(account, other);
        };
    }

    private Command.Post post(UUID from, UUID to) {
        UUID id = uuid();
        asked.add(id);
        return new Command.Post(id, true, from, to, random.nextLong(1, 60), name(), metadata());
    }

    private Command hold(Command.Post post) {
        held.add(post.id());
        return new Command.Hold(post, lifetime());
    }

    private Command watch(UUID account) {
        UUID id = random.nextInt(8) == 0 ? recent(watching) : uuid();
        watching.add(id);
        Long line = random.nextLong(-30, 200);
        return new Command.CreateMonitor(
                random.nextBoolean()
                        ? new Monitor(id, account, line, null)
                        : new Monitor(id, account, null, line),
                true);
    }

    private Command settle() {
        Kind kind =
                List.of(Kind.CAPTURE, Kind.VOID, Kind.EXPIRY, Kind.EXPIRY).get(random.nextInt(4));
        UUID id = uuid();
        asked.add(id);
        UUID hold = recent(random.nextInt(4) == 0 ? asked : held);
        return new Command.Settle(id, true, hold, kind, kind == Kind.CAPTURE ? amount() : null);
    }

    private TermsChange change() {
        return new TermsChange(
                random.nextBoolean() ? null : Optional.ofNullable(name()),
                random.nextBoolean() ? null : (Long) random.nextLong(0, 50),
                random.nextInt(3) > 0 ? null : any(List.of(Frozen.values())),
                random.nextBoolean(),
                random.nextBoolean() ? Map.of() : Map.of("k", "v\n"));
    }

    private Terms terms() {
        return new Terms(name(), random.nextLong(0, 50), Frozen.NONE, metadata());
    }

    /** One that was asked for a moment ago. */
    private UUID recent(List<UUID> ids) {
        int last = ids.size();
        return last == 0 ? uuid() : ids.get(random.nextInt(Math.max(0, last - 12), last));
    }

    private Long lifetime() {
        // Mostly over when the next commit is made.
        return random.nextInt(4) == 0 ? null : (Long) random.nextLong(1, 1_000_000);
    }

    private Long amount() {
        return random.nextBoolean() ? null : (Long) random.nextLong(1, 30);
    }

    private String name() {
        return random.nextBoolean() ? null : "any \"name\",\n\u0001 or none";
    }

    private String metadata() {
        return random.nextInt(4) > 0 ? null : METADATA;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
