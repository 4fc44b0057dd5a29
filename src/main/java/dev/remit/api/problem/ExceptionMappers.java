package dev.remit.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.remit.api.problem.Problems.FieldError;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that can end a request into a problem. */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    /** The method and its parameter, which lead every path and are nothing that a caller knows. */
    private static final int STEPS_BEFORE_FIELD = 2;

    @ServerExceptionMapper
    Response foreseen(ProblemException thrown) {
        return thrown.problem().toResponse();
    }

    @ServerExceptionMapper
    Response wrongType(MismatchedInputException thrown) {
        return Problems.unreadable(thrown).toResponse();
    }

    @ServerExceptionMapper
    Response brokenRule(ResteasyReactiveViolationException thrown) {
        List<FieldError> errors =
                thrown.getConstraintViolations().stream()
                        .map(violation -> new FieldError(field(violation), violation.getMessage()))
                        .sorted()
                        .toList();
        // The only rule on the body as a whole is that there has to be one.
        return errors.stream().anyMatch(error -> error.field().isEmpty())
                ? Problems.noObject().toResponse()
                : Problems.invalid(errors).toResponse();
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JsonProcessingException unreadable) {
            return Problems.unreadable(unreadable).toResponse();
        }
        Response original = thrown.getResponse();
        if (original.getStatus() >= 500) {
            LOG.error("A request failed", thrown);
        }
        Response answer = Problems.ofStatus(original.getStatus()).toResponse();
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    /** Not one about a request: the framework has an answer to these that is no problem. */
    @ServerExceptionMapper
    Response unexpected(ValidationException thrown) {
        return unexpected((Throwable) thrown);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable thrown) {
        return Unforeseen.problem(thrown).toResponse();
    }

    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(STEPS_BEFORE_FIELD)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }
}
