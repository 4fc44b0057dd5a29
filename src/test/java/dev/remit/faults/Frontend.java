package dev.remit.faults;

/** The messages that a client sends, as far as the proxy sends some of its own. */
final class Frontend {

    static final char PARSE = 'P';
    static final char BIND = 'B';
    static final char DESCRIBE = 'D';
    static final char EXECUTE = 'E';
    static final char CLOSE = 'C';
    static final char SYNC = 'S';
    static final char FLUSH = 'H';
    static final char QUERY = 'Q';
    static final char FUNCTION_CALL = 'F';

    private static final short NONE = 0;

    private Frontend() {}

    static Message query(String sql) {
        return Message.of(QUERY, sql);
    }

    static Message parse(String statement, String sql) {
        return Message.of(PARSE, statement, sql, NONE);
    }

    static Message bind(String portal, String statement) {
        return Message.of(BIND, portal, statement, NONE, NONE, NONE);
    }

    static Message execute(String portal) {
        int allRows = 0;
        return Message.of(EXECUTE, portal, allRows);
    }

    static Message closeStatement(String statement) {
        return Message.of(CLOSE, 'S', statement);
    }

    static Message sync() {
        return Message.of(SYNC);
    }
}
