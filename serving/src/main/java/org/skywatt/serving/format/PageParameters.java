package org.skywatt.serving.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.skywatt.serving.problem.ProblemException;

/** Which part of a list is wanted; lists are ascending by id. */
public class PageParameters {
  private static final int MOST = 10_000;

  @Parameter(description = "Only ids after this")
  @QueryParam("after")
  String after;

  @Parameter(description = "1 to 10000, which it is if absent")
  @QueryParam("limit")
  String limit;

  @Parameter(description = "Only these fields, such as id,name")
  @QueryParam("fields")
  String fields;

  /** Only ids after this; null for all. */
  public String after() {
    return after;
  }

  /**
   * So many at most.
   *
   * @throws ProblemException (400) if it is no number of 1 to 10000
   */
  public int limit() {
    int most;
    try {
      most = limit == null ? MOST : Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      most = 0;
    }
    if (most < 1 || most > MOST) {
      throw ProblemException.badRequest("invalid-search", "limit must be 1 to " + MOST);
    }
    return most;
  }

  /**
   * The page, with a header Link that names the next if there is one.
   *
   * @param all ascending by id
   * @param uri of the request: the next page has its other conditions too
   */
  public <T> Response answer(
      Stream<T> all, Function<T, String> id, UriInfo uri, ObjectMapper mapper) {
    int most = limit();
    List<T> found =
        all.filter(each -> after == null || id.apply(each).compareTo(after) > 0)
            .limit(most + 1L)
            .toList();
    List<T> page = found.size() > most ? found.subList(0, most) : found;
    Response.ResponseBuilder response = Response.ok(fields == null ? page : only(page, mapper));
    if (found.size() > most) {
      String next =
          uri.getRequestUriBuilder()
              .replaceQueryParam("after", id.apply(page.get(most - 1)))
              .build()
              .getRawQuery();
      response.header(
          "Link", "<" + uri.getRequestUri().getRawPath() + "?" + next + ">; rel=\"next\"");
    }
    return response.build();
  }

  private <T> List<JsonNode> only(List<T> page, ObjectMapper mapper) {
    List<String> names = Arrays.asList(fields.split(","));
    return page.stream()
        .map(each -> mapper.<ObjectNode>valueToTree(each))
        .<JsonNode>map(each -> each.retain(names))
        .toList();
  }
}
