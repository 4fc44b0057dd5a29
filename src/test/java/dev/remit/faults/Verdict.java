package dev.remit.faults;

/** What the client gets in place of a message of the server. */
record Verdict(Kind kind, Injection injection) {

    enum Kind {
        PASS,
        HIDE,
        INJECT,
        PASS_AND_SHUT_DOWN
    }

    static final Verdict PASS = new Verdict(Kind.PASS, null);

    /** The answer to a request that the client does not know of. */
    static final Verdict HIDE = new Verdict(Kind.HIDE, null);

    /** The session has become idle at a server that drains. */
    static final Verdict PASS_AND_SHUT_DOWN = new Verdict(Kind.PASS_AND_SHUT_DOWN, null);

    static Verdict inject(Injection injection) {
        return new Verdict(Kind.INJECT, injection);
    }
}
