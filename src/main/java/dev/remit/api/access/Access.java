package dev.remit.api.access;

import dev.remit.api.access.AccessSettings.Auth;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets requests in that bring a token for what they want. It is asked before a body is read, and
 * where access is open it costs nothing.
 */
@Singleton
public class Access {

    private static final String CALLER = Access.class.getName();
    private static final String PASSED = CALLER + ".passed";

    private final boolean isOpen;
    private final Tokens tokens;
    private final RateLimit limit;
    private final CurrentVertxRequest current;

    Access(AccessSettings settings, Tokens tokens, RateLimit limit, CurrentVertxRequest current) {
        this.isOpen = settings.auth() == Auth.NONE;
        this.tokens = tokens;
        this.limit = limit;
        this.current = current;
    }

    /**
     * Goes on with a request, or says what is wrong with it; not necessarily before it returns.
     *
     * @param scope what the request needs; null if nothing
     * @param refuse answers with a problem, to which this has added what belongs in the header
     */
    public void check(
            RoutingContext context, Scope scope, Runnable goOn, Consumer<Problem> refuse) {
        check(context, Bearer.token(context.request()), scope, goOn, refuse);
    }

    /**
     * The same.
     *
     * @param token that the request brings, wherever it does; null for none
     */
    public void check(
            RoutingContext context,
            String token,
            Scope scope,
            Runnable goOn,
            Consumer<Problem> refuse) {
        if (scope == null) {
            pass(context, goOn);
        } else if (isOpen) {
            limit.excess(context, null).ifPresentOrElse(refuse, () -> pass(context, goOn));
        } else {
            authenticate(context, token, scope, goOn, refuse);
        }
    }

    /**
     * Who asks for what this thread is doing, under which name it is recorded; null where access is
     * open.
     */
    public String actor() {
        if (isOpen) {
            return null;
        }
        Caller caller = current.getCurrent().get(CALLER);
        if (caller == null) {
            // Nothing is ever recorded of nobody because somebody forgot to ask who it is.
            throw new IllegalStateException("a request came past the check of its token");
        }
        return caller.subject();
    }

    /** Whether everybody may do everything. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Under which name whoever has made a request is known; empty if under none. */
    public Optional<String> name(RoutingContext context) {
        return Optional.ofNullable(context.<Caller>get(CALLER)).map(Caller::subject);
    }

    /** Whether whoever has made a request, which was let in, may do that, too. */
    public boolean allows(RoutingContext context, Scope scope) {
        Caller caller = context.get(CALLER);
        return isOpen || caller != null && caller.scopes().contains(scope);
    }

    /**
     * What is wrong with a token, for whatever it may be used later; empty if nothing is. It may
     * take a while.
     */
    public Optional<Problem> refusal(RoutingContext context, String token) {
        try {
            tokens.verify(token);
            return Optional.empty();
        } catch (TokenRefused e) {
            return limit.excess(context, null)
                    .or(() -> Optional.of(Problem.of(ProblemType.UNAUTHORIZED, e.getMessage())));
        }
    }

    /** Whether the token with which a request was let in has come to its end since. */
    public static boolean hasExpired(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller != null && caller.validUntil() - System.nanoTime() < 0;
    }

    /** Whether it has let the request in, which is so of all where access is open. */
    public boolean wasAsked(RoutingContext context) {
        return isOpen || context.get(PASSED) != null;
    }

    private void pass(RoutingContext context, Runnable goOn) {
        if (!isOpen) {
            context.put(PASSED, true);
        }
        goOn.run();
    }

    private void authenticate(
            RoutingContext context,
            String token,
            Scope scope,
            Runnable goOn,
            Consumer<Problem> refuse) {
        if (token == null) {
            refuse.accept(
                    limit.excess(context, null)
                            .orElseGet(() -> Bearer.missing(scope, context.response())));
            return;
        }
        Caller known = tokens.known(token);
        if (known != null) {
            authorize(context, scope, known, goOn, refuse);
            return;
        }
        context.vertx()
                .executeBlocking(() -> tokens.verify(token), false)
                .onSuccess(caller -> authorize(context, scope, caller, goOn, refuse))
                .onFailure(failed -> refuse(context, failed, refuse));
    }

    private void authorize(
            RoutingContext context,
            Scope scope,
            Caller caller,
            Runnable goOn,
            Consumer<Problem> refuse) {
        Optional<Problem> excess = limit.excess(context, caller);
        if (excess.isPresent()) {
            refuse.accept(excess.get());
            return;
        }
        context.put(CALLER, caller);
        if (caller.scopes().contains(scope)) {
            pass(context, goOn);
        } else {
            refuse.accept(Bearer.insufficient(scope, context.response()));
        }
    }

    private void refuse(RoutingContext context, Throwable failed, Consumer<Problem> refuse) {
        if (failed instanceof TokenRefused refused) {
            refuse.accept(
                    limit.excess(context, null)
                            .orElseGet(() -> Bearer.refused(refused, context.response())));
        } else {
            context.fail(failed);
        }
    }
}
