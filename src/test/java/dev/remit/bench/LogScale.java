package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands on an axis on which every multiple has the same length.
 *
 * @param least value at the place {@code begin}, more than 0
 * @param most value at the place {@code end}
 */
record LogScale(double least, double most, double begin, double end) {

    LogScale {
        if (!(least > 0 && most > least)) {
            throw new IllegalArgumentException("no scale from %s to %s".formatted(least, most));
        }
    }

    /** The whole decades around the values; those that are not more than 0 are left out. */
    static LogScale decades(List<Double> values, double begin, double end) {
        List<Double> positive = values.stream().filter(value -> value > 0).toList();
        double least = positive.stream().min(Double::compare).orElse(1.0);
        double most = positive.stream().max(Double::compare).orElse(1.0);
        double bottom = Math.floor(Math.log10(least));
        double top = Math.max(Math.ceil(Math.log10(most)), bottom + 1);
        return new LogScale(Math.pow(10, bottom), Math.pow(10, top), begin, end);
    }

    /** A value outside of the scale stands at its end. */
    double place(double value) {
        double inside = Math.min(Math.max(value, least), most);
        return begin + (end - begin) * Math.log(inside / least) / Math.log(most / least);
    }

    /** The powers of ten on the scale. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double exponent = Math.ceil(Math.log10(least));
                Math.pow(10, exponent) <= most;
                exponent++) {
            ticks.add(Math.pow(10, exponent));
        }
        return ticks;
    }
}
