package dev.remit.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A client's own record: what it asked for and what it was answered, in order. Written by one
 * thread.
 */
final class History {

    /** How many pages are opened at random in search of an entry. */
    private static final int LOOKS = 10;

    /** A wish and every answer to it; times are {@link System#nanoTime()}. */
    record Entry(Wish wish, long firstAsked, List<Answered> answers) {

        List<Answer.Posted> acknowledged() {
            return answers.stream()
                    .map(Answered::answer)
                    .filter(Answer.Posted.class::isInstance)
                    .map(Answer.Posted.class::cast)
                    .toList();
        }

        /** Whether the last word on it leaves open what became of it. */
        boolean isUnsettled() {
            for (Answered answered : answers.reversed()) {
                switch (answered.answer()) {
                    case Answer.Unknown unknown -> {
                        return true;
                    }
                    // Says nothing about the times before.
                    case Answer.Postponed postponed -> {}
                    default -> {
                        return false;
                    }
                }
            }
            return answers.isEmpty();
        }
    }

    record Answered(Answer answer, long at) {}

    /** An account, as a read saw it. */
    record AccountSeen(UUID account, long version, long balance) {}

    /** All accounts together, as a read saw them that began and ended at these times. */
    record TotalSeen(long count, long total, long began, long ended) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<AccountSeen> accountsSeen = new ArrayList<>();
    private final List<TotalSeen> totalsSeen = new ArrayList<>();
    private final List<Movement> learned = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();

    /** To be called before it is asked for, so that nothing is asked without a record of it. */
    Entry asks(Wish wish) {
        Entry entry = new Entry(wish, System.nanoTime(), new ArrayList<>());
        entries.add(entry);
        return entry;
    }

    void answered(Entry entry, Answer answer) {
        entry.answers().add(new Answered(answer, System.nanoTime()));
    }

    void saw(AccountSeen account) {
        accountsSeen.add(account);
    }

    void saw(TotalSeen total) {
        totalsSeen.add(total);
    }

    /** Something was acknowledged of which there is no other record. */
    void learns(Movement movement) {
        learned.add(movement);
    }

    /** A call without a record was answered in a way that is never right. */
    void wonders(Reply reply) {
        oddities.add(reply.toString());
    }

    /** Any entry of this kind, if there seems to be one. */
    Optional<Entry> any(Predicate<Entry> kind, Random random) {
        for (int i = 0; i < LOOKS && !entries.isEmpty(); i++) {
            Entry entry = entries.get(random.nextInt(entries.size()));
            if (kind.test(entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    List<Entry> entries() {
        return entries;
    }

    List<AccountSeen> accountsSeen() {
        return accountsSeen;
    }

    List<TotalSeen> totalsSeen() {
        return totalsSeen;
    }

    List<Movement> learned() {
        return learned;
    }

    List<String> oddities() {
        return oddities;
    }
}
