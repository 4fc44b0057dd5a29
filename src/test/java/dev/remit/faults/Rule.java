package dev.remit.faults;

import java.util.Locale;
import java.util.function.Predicate;

/** A fault that happens for certain: at which of the statements that reach it, and how often. */
public record Rule(Fault fault, Predicate<String> sql, int skipped, int times) {

    public Rule {
        if (skipped < 0 || times < 1) {
            throw new IllegalArgumentException("a rule fires at least once");
        }
    }

    /** At the first COMMIT, or the first statement, and never again. */
    public static Rule once(Fault fault) {
        return new Rule(fault, sql -> true, 0, 1);
    }

    /** Only where the SQL contains this, letters in either case. */
    public Rule where(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return where(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    public Rule where(Predicate<String> condition) {
        return new Rule(fault, sql.and(condition), skipped, times);
    }

    /** Lets so many pass that would have met it. */
    public Rule after(int passed) {
        return new Rule(fault, sql, passed, times);
    }

    public Rule times(int count) {
        return new Rule(fault, sql, skipped, count);
    }

    boolean concerns(Fault.Moment moment, String statement) {
        return fault.moment() == moment && sql.test(statement);
    }

    @Override
    public String toString() {
        return fault + (times == 1 ? "" : " × " + times);
    }
}
