package dev.remit.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which fault comes next. Rules are asked in the order in which they were given, then chance; all
 * under one lock, in the order in which statements arrive.
 *
 * <p>A fault is chosen when its statement arrives, and counted when the client is about to see it:
 * in between, an earlier statement of the same pipeline may have failed for a reason of its own,
 * and the server then skips the chosen one.
 */
final class FaultPlan {

    private final Lock lock = new ReentrantLock();
    private final Consumer<Injection> listener;
    private final List<Armed> rules = new ArrayList<>();
    private final Map<Fault.Moment, Chance> chances = new EnumMap<>(Fault.Moment.class);
    private final Map<Injection, Armed> chosen = new IdentityHashMap<>();
    private final Map<Fault, Long> injected = new HashMap<>();

    FaultPlan(Consumer<Injection> listener) {
        this.listener = listener;
    }

    void add(Rule rule) {
        locked(() -> rules.add(new Armed(rule)));
    }

    /**
     * Commits and statements draw from sequences of their own, so that the fate of the n-th COMMIT
     * does not depend on how many statements there were before it.
     */
    void chaos(long seed, Map<Fault, Double> probabilities) {
        Chance commits = new Chance(seed, Fault.Moment.COMMIT, probabilities);
        Chance statements = new Chance(~seed, Fault.Moment.STATEMENT, probabilities);
        locked(
                () -> {
                    chances.put(Fault.Moment.COMMIT, commits);
                    chances.put(Fault.Moment.STATEMENT, statements);
                    return null;
                });
    }

    void clear() {
        locked(
                () -> {
                    rules.clear();
                    chances.clear();
                    return null;
                });
    }

    Optional<Injection> next(Fault.Moment moment, String sql, int connection) {
        return locked(
                () -> {
                    for (Armed rule : rules) {
                        if (rule.meets(moment, sql)) {
                            Injection injection = new Injection(rule.rule.fault(), sql, connection);
                            chosen.put(injection, rule);
                            return Optional.of(injection);
                        }
                    }
                    return Optional.ofNullable(chances.get(moment))
                            .flatMap(Chance::next)
                            .map(fault -> new Injection(fault, sql, connection));
                });
    }

    void delivered(Injection injection) {
        locked(
                () -> {
                    Armed rule = chosen.remove(injection);
                    if (rule != null) {
                        rule.delivered++;
                    }
                    injected.merge(injection.fault(), 1L, Long::sum);
                    listener.accept(injection);
                    return null;
                });
    }

    /** Its statement never came to be answered: the rule waits for another. */
    void withdrawn(Injection injection) {
        locked(
                () -> {
                    Armed rule = chosen.remove(injection);
                    if (rule != null) {
                        rule.chosen--;
                    }
                    return null;
                });
    }

    Map<Fault, Long> injected() {
        return locked(() -> Map.copyOf(injected));
    }

    List<Rule> unfired() {
        return locked(
                () ->
                        rules.stream()
                                .filter(armed -> armed.delivered < armed.rule.times())
                                .map(armed -> armed.rule)
                                .toList());
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private static final class Armed {

        private final Rule rule;
        private int toSkip;
        private int chosen;
        private int delivered;

        Armed(Rule rule) {
            this.rule = rule;
            toSkip = rule.skipped();
        }

        boolean meets(Fault.Moment moment, String sql) {
            if (chosen == rule.times() || !rule.concerns(moment, sql)) {
                return false;
            }
            if (toSkip > 0) {
                toSkip--;
                return false;
            }
            chosen++;
            return true;
        }
    }
}
