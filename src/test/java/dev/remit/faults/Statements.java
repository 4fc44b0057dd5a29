package dev.remit.faults;

import java.util.HashMap;
import java.util.Map;

/**
 * The SQL behind the names of one connection's prepared statements and portals. Both live until
 * they are closed or named anew; the empty name is an ordinary one here.
 *
 * <p>It believes what the client says. Where the server refused a Parse, no Execute that relies on
 * it succeeds either, so a wrong belief is never acted upon.
 */
final class Statements {

    private final Map<String, String> sqlOfStatement = new HashMap<>();
    private final Map<String, String> sqlOfPortal = new HashMap<>();

    void parsed(Message parse) {
        sqlOfStatement.put(parse.string(0), parse.secondString());
    }

    void bound(Message bind) {
        sqlOfPortal.put(bind.string(0), sqlOfStatement.getOrDefault(bind.secondString(), ""));
    }

    void closed(Message close) {
        Map<String, String> named = close.body()[0] == 'S' ? sqlOfStatement : sqlOfPortal;
        named.remove(close.string(1));
    }

    String sqlOf(Message execute) {
        return sqlOfPortal.getOrDefault(execute.string(0), "");
    }
}
