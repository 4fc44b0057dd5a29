package dev.remit.api.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a token may allow its bearer to do. The names are part of the API and never change. */
public enum Scope {
    ACCOUNTS_READ("accounts:read"),
    ACCOUNTS_WRITE("accounts:write"),
    TRANSFERS_READ("transfers:read"),
    TRANSFERS_WRITE("transfers:write"),
    LEDGER_AUDIT("ledger:audit");

    private static final Map<String, Scope> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toMap(Scope::text, Function.identity()));

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As it stands in tokens. */
    public String text() {
        return text;
    }

    /** Nothing for the scopes of other services, which may be in a token, too. */
    static Optional<Scope> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
