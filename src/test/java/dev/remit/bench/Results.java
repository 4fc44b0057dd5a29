package dev.remit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a run finds out. */
final class Results {

    final Rounds table = new Rounds();
    final Rounds curve = new Rounds();
    final Rounds instances = new Rounds();

    /** Seconds from the start of the process until it is ready. */
    final List<Double> starts = new ArrayList<>();

    /** Resident memory in MiB, by what the service had done before. */
    final Map<String, List<Double>> memory = new TreeMap<>();
}
