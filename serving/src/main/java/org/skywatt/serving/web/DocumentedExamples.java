package org.skywatt.serving.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Puts examples into the OpenAPI document: bodies out of {@code openapi-examples.json}, which a
 * test sends, and parameters that many routes share.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedExamples implements OASFilter {
  /** The bodies, by method and path. */
  public static final String FILE = "/openapi-examples.json";

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
    Map<String, Object> bodies = bodies();
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
                        }));
  }

  private static Map<String, Object> bodies() {
    try (InputStream file = DocumentedExamples.class.getResourceAsStream(FILE)) {
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
}
