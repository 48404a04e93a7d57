package org.skywatt.serving.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.skywatt.serving.problem.Problem;

/**
 * Adds to the OpenAPI document what holds for every route: the problems that any request may end
 * in, their headers, and parameters of a path that several routes share.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {
  private static final Pattern IN_PATH = Pattern.compile("\\{([A-Za-z]+)}");
  private static final String PROBLEM = "#/components/schemas/Problem";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              addParameters(path, item);
              item.getOperations()
                  .forEach((method, operation) -> addProblems(path, method, operation));
            });
  }

  private static void addParameters(String path, PathItem item) {
    Matcher names = IN_PATH.matcher(path);
    while (names.find()) {
      String name = names.group(1);
      for (Operation operation : item.getOperations().values()) {
        if (!has(operation, name) && !has(item, name)) {
          operation.addParameter(
              OASFactory.createParameter()
                  .name(name)
                  .in(Parameter.In.PATH)
                  .required(true)
                  .schema(
                      OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(1)));
        }
      }
    }
  }

  private static boolean has(Operation operation, String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(each -> name.equals(each.getName()));
  }

  private static boolean has(PathItem item, String name) {
    return item.getParameters() != null
        && item.getParameters().stream().anyMatch(each -> name.equals(each.getName()));
  }

  private static void addProblems(String path, PathItem.HttpMethod method, Operation operation) {
    Map<String, String> problems = new TreeMap<>();
    problems.put("401", "unauthorised: no key, or no good one");
    problems.put("403", "forbidden: the key's role does not allow it");
    problems.put("429", "rate-limited or quota-used; Retry-After says when to come again");
    problems.put("503", "busy, database-unavailable or no-run; Retry-After says when to try again");
    boolean hasBody = operation.getRequestBody() != null;
    boolean hasParameters =
        operation.getParameters() != null && !operation.getParameters().isEmpty();
    if (hasBody || hasParameters) {
      problems.put("400", "what was sent cannot be understood; code and detail say which part");
    }
    if (path.contains("{") || path.matches("/v1/green.*|/emissions.*")) {
      problems.put("404", "there is no such thing, or it is another organisation's");
    }
    if (method == PathItem.HttpMethod.GET || hasBody) {
      problems.put("406", "not-acceptable: none of the types that Accept names");
    }
    if (hasBody) {
      problems.put("413", "the body is larger than 8 MB");
      problems.put("415", "unsupported-media-type: see the types of the body");
    }
    APIResponses responses = operation.getResponses();
    problems.forEach(
        (status, text) -> {
          if (responses.getAPIResponse(status) == null) {
            responses.addAPIResponse(status, problem(text));
          }
        });
    responses
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.matches("[45]..") && response.getContent() == null) {
                response.setContent(content());
              }
              if (status.equals("429") || status.equals("503")) {
                response.addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                        .description("Seconds")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
              }
            });
  }

  private static APIResponse problem(String text) {
    return OASFactory.createAPIResponse().description(text).content(content());
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)));
  }
}
