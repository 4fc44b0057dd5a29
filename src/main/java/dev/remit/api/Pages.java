package dev.remit.api;

import dev.remit.api.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What there is for people to look at, as far as those have to know of it who answer programs. */
public interface Pages {

    String HTML = "text/html;charset=UTF-8";

    /** The path of the first one; empty if there are none. */
    Optional<String> start();

    /** Whether a request is for one of them, so that a person will see the answer. */
    boolean has(RoutingContext request);

    /** A problem with a request for one of them, as a page. */
    String of(Problem problem, RoutingContext request);
}
