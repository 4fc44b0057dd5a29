package dev.remit.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Samples of several contenders, taken in rounds, by number of accounts. */
final class Rounds {

    record Key(int accounts, String contender) {}

    private final Map<Key, List<Sample>> samples = new LinkedHashMap<>();

    /** The next round's sample of this contender. */
    void add(int accounts, String contender, Sample sample) {
        samples.computeIfAbsent(new Key(accounts, contender), key -> new ArrayList<>()).add(sample);
    }

    boolean isEmpty() {
        return samples.isEmpty();
    }

    List<Integer> accounts() {
        return samples.keySet().stream().map(Key::accounts).distinct().toList();
    }

    List<String> contenders() {
        return samples.keySet().stream().map(Key::contender).distinct().toList();
    }

    /** In the order of the rounds. */
    List<Sample> samples(int accounts, String contender) {
        return samples.getOrDefault(new Key(accounts, contender), List.of());
    }

    /** Of the rounds that have such a value. */
    double median(int accounts, String contender, ToDoubleFunction<Sample> value) {
        return Median.of(
                samples(accounts, contender).stream()
                        .mapToDouble(value)
                        .filter(Double::isFinite)
                        .boxed()
                        .toList());
    }

    double perSecond(int accounts, String contender) {
        return median(accounts, contender, Sample::perSecond);
    }

    /**
     * How many times another's throughput this one has: the ratio within each round, and the median
     * of these. Both of a ratio were measured within the same minute; a machine that drifts moves
     * both.
     */
    double ratio(int accounts, String contender, String other) {
        return Median.of(ratios(accounts, contender, other));
    }

    /** In the order of the rounds. */
    List<Double> ratios(int accounts, String contender, String other) {
        List<Sample> ones = samples(accounts, contender);
        List<Sample> others = samples(accounts, other);
        return IntStream.range(0, Math.min(ones.size(), others.size()))
                .mapToObj(round -> ones.get(round).perSecond() / others.get(round).perSecond())
                .filter(Double::isFinite)
                .toList();
    }
}
