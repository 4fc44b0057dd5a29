package dev.remit.api.account;

import dev.remit.api.problem.Problems;
import dev.remit.ledger.AccountTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a state of an account is called in {@code ETag} and {@code If-Match}: its version, the
 * revision of its terms, and what is held. All that an answer says of an account follows from them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110: If-Match</a>
 */
final class EntityTag {

    private static final String ANY = "*";
    private static final String ONE = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";

    /** Possessive, because otherwise each tag of a long list would need more of the stack. */
    private static final Pattern LIST = Pattern.compile(ONE + "(?:[ \\t]*,[ \\t]*" + ONE + ")*+");

    private static final String NUMBER = "([0-9]{1,18})";

    /** A weak one matches nothing, and neither does any that this service has not given out. */
    private static final Pattern OURS =
            Pattern.compile("(?<!W/)\"" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + "\"");

    private EntityTag() {}

    static String of(AccountTag tag) {
        return "\"%d.%d.%d\"".formatted(tag.version(), tag.revision(), tag.held());
    }

    /** The states one of which the caller expects; null if it is any. */
    static Set<AccountTag> expected(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(HttpHeaders.IF_MATCH);
        String list = values == null || values.isEmpty() ? ANY : String.join(",", values).strip();
        if (list.equals(ANY)) {
            return null;
        }
        if (!LIST.matcher(list).matches()) {
            throw Problems.invalid(HttpHeaders.IF_MATCH, "must be * or a list of entity tags");
        }
        Set<AccountTag> expected = new HashSet<>();
        Matcher ours = OURS.matcher(list);
        while (ours.find()) {
            expected.add(new AccountTag(number(ours, 1), number(ours, 2), number(ours, 3)));
        }
        return expected;
    }

    private static long number(Matcher ours, int group) {
        return Long.parseLong(ours.group(group));
    }
}
