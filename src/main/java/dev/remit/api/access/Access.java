package dev.remit.api.access;

import dev.remit.api.access.AccessSettings.Auth;
import dev.remit.api.problem.Problem;
import dev.remit.api.problem.ProblemType;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets requests in that bring a token for what they want. It is asked before a body is read, and
 * where access is open it costs nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750: Bearer Token Usage</a>
 */
@Singleton
public class Access {

    private static final String CALLER = Access.class.getName();
    private static final String PASSED = CALLER + ".passed";
    private static final String BEARER = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"remit\"";

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
        check(context, token(context.request()), scope, goOn, refuse);
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
        if (scope == null || isOpen && !limit.isSet()) {
            pass(context, goOn);
        } else if (isOpen) {
            if (isWithinLimit(context, null, refuse)) {
                pass(context, goOn);
            }
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
        List<Problem> refused = new ArrayList<>();
        try {
            tokens.verify(token);
        } catch (TokenRefused e) {
            if (isWithinLimit(context, null, refused::add)) {
                refused.add(Problem.of(ProblemType.UNAUTHORIZED, e.getMessage()));
            }
        }
        return refused.stream().findFirst();
    }

    /** Whether the token with which a request was let in has come to its end since. */
    public static boolean hasExpired(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller != null && caller.validUntil() - System.nanoTime() < 0;
    }

    /** Whether it has let the request in, which is so of all where access is open. */
    boolean wasAsked(RoutingContext context) {
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
            if (isWithinLimit(context, null, refuse)) {
                unauthorized(
                        context,
                        ", scope=\"" + scope.text() + '"',
                        "This call needs a bearer token in the Authorization header.",
                        refuse);
            }
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
        if (!isWithinLimit(context, caller, refuse)) {
            return;
        }
        context.put(CALLER, caller);
        if (caller.scopes().contains(scope)) {
            pass(context, goOn);
            return;
        }
        challenge(context, ", error=\"insufficient_scope\", scope=\"" + scope.text() + '"');
        refuse.accept(
                Problem.of(
                                ProblemType.FORBIDDEN,
                                "The token does not have the scope %s, which this call needs."
                                        .formatted(scope.text()))
                        .with("scope", scope.text()));
    }

    private void refuse(RoutingContext context, Throwable failed, Consumer<Problem> refuse) {
        if (!(failed instanceof TokenRefused refused)) {
            context.fail(failed);
        } else if (isWithinLimit(context, null, refuse)) {
            String error =
                    ", error=\"invalid_token\", error_description=\"" + refused.getMessage() + '"';
            unauthorized(context, error, refused.getMessage(), refuse);
        }
    }

    private static void unauthorized(
            RoutingContext context, String more, String detail, Consumer<Problem> refuse) {
        challenge(context, more);
        refuse.accept(Problem.of(ProblemType.UNAUTHORIZED, detail));
    }

    private static void challenge(RoutingContext context, String more) {
        context.response().putHeader("WWW-Authenticate", CHALLENGE + more);
    }

    /**
     * @param caller null if nobody is known: then their address has to do
     */
    private boolean isWithinLimit(RoutingContext context, Caller caller, Consumer<Problem> refuse) {
        if (!limit.isSet()) {
            return true;
        }
        String name =
                caller == null
                        ? "address " + context.request().remoteAddress().hostAddress()
                        : "subject " + caller.subject();
        if (limit.take(name, context.response())) {
            return true;
        }
        refuse.accept(
                Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "You have made more requests than you may; wait for as many seconds as Retry-After says."));
        return false;
    }

    /** Null if there is none. The scheme may be written in any case. */
    private static String token(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
