package dev.remit.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those of an account that are watching. They are kept with the account, as a text, so that whoever
 * has read the account knows them: of an account without any there is nothing to be read or kept.
 *
 * @param all in the order in which they were created
 */
public record Monitors(List<Monitor> all) {

    public static final Monitors NONE = new Monitors(List.of());

    /** Of one account: each of its postings looks at all of them. */
    public static final int MOST = 16;

    private static final Pattern ONE = Pattern.compile("(.{36})([<>])(-?[0-9]{1,16})");

    /**
     * What a text says that {@link #text()} has made.
     *
     * @param text null for none
     * @throws IllegalArgumentException if it is no such text
     */
    public static Monitors parse(UUID account, String text) {
        return text == null
                ? NONE
                : new Monitors(
                        Arrays.stream(text.split(" ")).map(one -> monitor(account, one)).toList());
    }

    private static Monitor monitor(UUID account, String text) {
        Matcher one = ONE.matcher(text);
        if (!one.matches()) {
            throw new IllegalArgumentException("no monitor: " + text);
        }
        UUID id = UUID.fromString(one.group(1));
        Long line = Long.valueOf(one.group(3));
        return one.group(2).equals("<")
                ? new Monitor(id, account, line, null)
                : new Monitor(id, account, null, line);
    }

    /** Such as {@code 6a…<500 7b…>1000}, in the same order; null if there are none. */
    public String text() {
        return all.isEmpty()
                ? null
                : all.stream().map(Monitors::text).collect(Collectors.joining(" "));
    }

    private static String text(Monitor monitor) {
        return monitor.below() == null
                ? monitor.id() + ">" + monitor.above()
                : monitor.id() + "<" + monitor.below();
    }

    public boolean isFull() {
        return all.size() >= MOST;
    }

    public Monitors with(Monitor another) {
        return new Monitors(Stream.concat(all.stream(), Stream.of(another)).toList());
    }

    public Monitors without(Monitor former) {
        return new Monitors(all.stream().filter(it -> !it.equals(former)).toList());
    }

    /** Those whose line a posting crosses that makes one balance of the other. */
    public List<Monitor> crossedBy(long before, long after) {
        return all.isEmpty()
                ? all
                : all.stream().filter(it -> it.isCrossed(before, after)).toList();
    }
}
