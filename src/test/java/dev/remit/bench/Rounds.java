package dev.remit.bench;

import dev.remit.bench.Sample.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Samples of several contenders, taken in rounds, by number of accounts. */
final class Rounds {

    private record Key(int accounts, String contender) {}

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

    void forEach(BiConsumer<Integer, String> action) {
        for (int accounts : accounts()) {
            contenders().forEach(contender -> action.accept(accounts, contender));
        }
    }

    /** In the order of the rounds. */
    List<Sample> samples(int accounts, String contender) {
        return samples.getOrDefault(new Key(accounts, contender), List.of());
    }

    /** Of the rounds that have such a value. */
    List<Double> values(int accounts, String contender, Figure figure) {
        return samples(accounts, contender).stream()
                .map(figure::of)
                .filter(Double::isFinite)
                .toList();
    }

    double median(int accounts, String contender, Figure figure) {
        return Figures.median(values(accounts, contender, figure));
    }

    double perSecond(int accounts, String contender) {
        return median(accounts, contender, Figure.PER_SECOND);
    }

    /**
     * How many times another's throughput this one has: the ratio within each round, and the median
     * of these. Both of a ratio were measured within the same minute; a machine that drifts moves
     * both.
     */
    double ratio(int accounts, String contender, String other) {
        return Figures.median(ratios(accounts, contender, other, Figure.PER_SECOND));
    }

    /** In the order of the rounds. */
    List<Double> ratios(int accounts, String contender, String other, Figure figure) {
        List<Sample> ones = samples(accounts, contender);
        List<Sample> others = samples(accounts, other);
        return IntStream.range(0, Math.min(ones.size(), others.size()))
                .mapToObj(round -> figure.of(ones.get(round)) / figure.of(others.get(round)))
                .filter(Double::isFinite)
                .toList();
    }
}
