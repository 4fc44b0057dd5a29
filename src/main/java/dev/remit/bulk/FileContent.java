package dev.remit.bulk;

import java.util.Collection;
import java.util.Set;

/** What the rows of a file are. */
public enum FileContent {
    ACCOUNTS("accounts"),
    TRANSFERS("transfers");

    /** An account has none of them. */
    private static final Set<String> OF_TRANSFERS = Set.of("from", "to", "amount");

    private final String plural;

    FileContent(String plural) {
        this.plural = plural;
    }

    String plural() {
        return plural;
    }

    /**
     * By the fields of a row.
     *
     * @param names of the fields
     */
    static FileContent of(Collection<String> names) {
        return names.stream().anyMatch(OF_TRANSFERS::contains) ? TRANSFERS : ACCOUNTS;
    }
}
