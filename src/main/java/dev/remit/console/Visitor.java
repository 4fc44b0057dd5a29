package dev.remit.console;

import dev.remit.api.access.Access;
import dev.remit.api.access.Scope;
import io.vertx.ext.web.RoutingContext;

/**
 * Whoever looks at a page, and what of it they may see.
 *
 * @param name under which they are signed in; null if they are not, or need not be
 */
public record Visitor(
        String name,
        boolean readsAccounts,
        boolean writesAccounts,
        boolean readsTransfers,
        boolean writesTransfers,
        boolean audits) {

    public static Visitor of(Access access, RoutingContext context) {
        return new Visitor(
                access.name(context).orElse(null),
                access.allows(context, Scope.ACCOUNTS_READ),
                access.allows(context, Scope.ACCOUNTS_WRITE),
                access.allows(context, Scope.TRANSFERS_READ),
                access.allows(context, Scope.TRANSFERS_WRITE),
                access.allows(context, Scope.LEDGER_AUDIT));
    }
}
