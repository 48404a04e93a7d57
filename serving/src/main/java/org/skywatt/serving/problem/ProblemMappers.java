package org.skywatt.serving.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem; nothing of the inside is told. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response known(ProblemException e) {
    return e.response();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return badJson(e);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e) {
    return badJson(e);
  }

  /**
   * A body of a shape that no reader exists for, such as text in place of numbers; Quarkus answers
   * 500 by itself.
   */
  @ServerExceptionMapper
  Response undefined(InvalidDefinitionException e) {
    return e.getProcessor() instanceof JsonParser ? badJson(e) : unforeseen(e);
  }

  private static Response badJson(JsonProcessingException e) {
    String field =
        e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? " at "
                + mapping.getPath().stream()
                    .map(ProblemMappers::name)
                    .collect(Collectors.joining("."))
            : "";
    String place =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return response(
        Problem.of(
            400,
            "invalid-body",
            "Bad request",
            "the body is not the JSON that is expected" + field + place + "; see /openapi"));
  }

  private static String name(JsonMappingException.Reference reference) {
    return reference.getFieldName() == null
        ? Integer.toString(reference.getIndex())
        : reference.getFieldName();
  }

  @ServerExceptionMapper
  Response fromFramework(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return badJson(json);
    }
    // Parameters that are no numbers: as if there were no such route, says the framework.
    if (e instanceof NotFoundException && e.getCause() != null) {
      return ProblemException.badRequest(
              "invalid-parameter",
              "a parameter is not of its type, such as a whole number; see /openapi")
          .response();
    }
    Response response = e.getResponse();
    int status = response.getStatus();
    if (status < 400) {
      return response;
    }
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Response.fromResponse(response)
        .header(HttpHeaders.CONTENT_TYPE, null)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(status, code, title, null))
        .build();
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable e) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(e, "request failed, incident %s", incident);
    return response(
        Problem.of(
            500,
            "internal",
            "Internal error",
            "something failed here; the operator finds it in the log as incident " + incident));
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
