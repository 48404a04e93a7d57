package org.skywatt.serving.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Puts examples into the OpenAPI document: bodies out of {@code openapi-examples.json}, which a
 * test sends, answers out of {@code openapi-answers.json}, which a test compares with what the
 * service answers, and parameters that many routes share.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedExamples implements OASFilter {
  /** The bodies, by method and path. */
  public static final String FILE = "/openapi-examples.json";

  /** By method and path what was asked and what was answered, shortened. */
  public static final String ANSWERS = "/openapi-answers.json";

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "from", "2026-06-01T06:00:00Z",
          "to", "2026-06-02T06:00:00Z",
          "time", "2026-06-01T12:00:00Z",
          "as_of", "2026-06-01T06:00:00Z",
          "issued_before", "2026-06-01T06:00:00Z",
          "levels", "0.1,0.5,0.9",
          "threshold_kw", 500,
          "horizon_minutes", 60,
          "tz", "Europe/Berlin",
          "resolution", "60");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Object> bodies = read(FILE);
    Map<String, Object> answers = read(ANSWERS);
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          parameters(operation);
                          Object body = bodies.get(method + " " + path);
                          if (body != null) {
                            body(operation, body);
                          }
                          if (answers.get(method + " " + path) instanceof Map<?, ?> answer) {
                            answer(operation, answer.get("answer"));
                          }
                        }));
  }

  private static Map<String, Object> read(String name) {
    try (InputStream file = DocumentedExamples.class.getResourceAsStream(name)) {
      return new ObjectMapper().readValue(file, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void parameters(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter each : operation.getParameters()) {
      Object example = PARAMETERS.get(each.getName());
      if (example != null && each.getIn() == Parameter.In.QUERY && each.getExample() == null) {
        each.setExample(example);
      }
    }
  }

  private static void body(Operation operation, Object example) {
    MediaType json = operation.getRequestBody().getContent().getMediaType("application/json");
    if (json != null) {
      json.setExample(example);
    }
  }

  private static void answer(Operation operation, Object example) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    if (ok.getContent() == null) {
      ok.setContent(OASFactory.createContent());
    }
    MediaType json = ok.getContent().getMediaType("application/json");
    if (json == null) {
      json = OASFactory.createMediaType();
      ok.getContent().addMediaType("application/json", json);
    }
    json.setExample(example);
  }
}
