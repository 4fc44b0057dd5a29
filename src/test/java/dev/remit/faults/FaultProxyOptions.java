package dev.remit.faults;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@link FaultProxyCommand} was asked for. {@code listen} 0 is a free port. */
record FaultProxyOptions(
        boolean help, int listen, String host, int port, long seed, Map<Fault, Double> faults) {

    private static final int MOST = 65_535;

    /** Throws IllegalArgumentException with a sentence for the user. */
    static FaultProxyOptions parse(String... args) {
        int listen = 0;
        String target = null;
        long seed = 1;
        Map<Fault, Double> faults = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (option.equals("--help")) {
                return new FaultProxyOptions(true, 0, "", 0, seed, Map.of());
            }
            if (!option.equals("--fault") && !given.add(option)) {
                throw new IllegalArgumentException(option + " is given twice");
            }
            switch (option) {
                case "--listen" -> listen = Math.toIntExact(number(option, words, 0, MOST));
                case "--target" -> target = value(option, words);
                case "--seed" -> seed = number(option, words, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--fault" -> addFault(value(option, words), faults);
                default -> throw new IllegalArgumentException("unknown option: " + option);
            }
        }
        if (target == null) {
            throw new IllegalArgumentException("--target is missing");
        }
        return to(target, listen, seed, faults);
    }

    String target() {
        return host + ":" + port;
    }

    private static FaultProxyOptions to(
            String target, int listen, long seed, Map<Fault, Double> faults) {
        int colon = target.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("--target is not HOST:PORT: " + target);
        }
        long port = number("--target", target.substring(colon + 1), 1, MOST);
        String host = target.substring(0, colon);
        return new FaultProxyOptions(false, listen, host, Math.toIntExact(port), seed, faults);
    }

    private static void addFault(String text, Map<Fault, Double> faults) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--fault is not NAME=PROBABILITY: " + text);
        }
        Fault fault = Fault.named(text.substring(0, equals));
        if (faults.put(fault, probability(text.substring(equals + 1))) != null) {
            throw new IllegalArgumentException(fault + " is given twice");
        }
        // Refuses here, with a sentence, what the proxy would refuse when it starts.
        new Chance(0, fault.moment(), faults);
    }

    private static double probability(String text) {
        if (!text.matches("\\d*\\.?\\d+")) {
            throw new IllegalArgumentException("not a probability from 0 to 1: " + text);
        }
        return Double.parseDouble(text);
    }

    private static long number(String option, Iterator<String> words, long least, long most) {
        return number(option, value(option, words), least, most);
    }

    private static long number(String option, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused like a number out of range.
        }
        throw new IllegalArgumentException(
                option + ": not a number from " + least + " to " + most + ": " + text);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }
}
