package dev.remit.deploy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which metrics and labels an expression names: enough of the language for the expressions here.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">the language</a>
 */
final class PromQl {

    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern GROUPING =
            Pattern.compile(
                    "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");

    /** Not a function, which is followed by a parenthesis, and not a unit, such as the m in 5m. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w:$.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Pattern LABEL = Pattern.compile("\\b[a-zA-Z_]\\w*");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("");
        for (Pattern other : new Pattern[] {MATCHERS, RANGE, GROUPING}) {
            bare = other.matcher(bare).replaceAll(" ");
        }
        Set<String> names = new TreeSet<>();
        NAME.matcher(bare).results().map(MatchResult::group).forEach(names::add);
        names.removeIf(name -> WORDS.contains(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    static Set<String> labels(String expression) {
        String bare = TEXT.matcher(expression).replaceAll("");
        Set<String> labels = new TreeSet<>();
        for (Pattern where : new Pattern[] {MATCHERS, GROUPING}) {
            Matcher place = where.matcher(bare);
            while (place.find()) {
                LABEL.matcher(place.group(1))
                        .results()
                        .map(MatchResult::group)
                        .forEach(labels::add);
            }
        }
        return labels;
    }
}
