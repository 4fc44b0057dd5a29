package dev.remit.bench;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, as JDBC takes it.
 *
 * @param sql with a question mark for every parameter
 * @param names of the parameters, in the order of the question marks
 */
record PreparedParameters(String sql, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static PreparedParameters of(String sql) {
        return new PreparedParameters(
                PARAMETER.matcher(sql).replaceAll("?"),
                PARAMETER
                        .matcher(sql)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList());
    }
}
