package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skywatt.serving.web.DocumentedExamples;

/**
 * The answers of the OpenAPI document have the fields that the service answers with. {@code
 * -Dskywatt.write.examples=true} writes them anew.
 */
@QuarkusTest
@WithTestResource(World.class)
class AnswerExamplesTest {
  private static final int SHOWN = 2;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @BeforeEach
  void prepare() {
    put("/v1/portfolios", "{\"id\":\"example\",\"name\":\"Example\",\"siteIds\":[\"alpen-pv\"]}");
    put(
        "/v1/regions",
        "{\"id\":\"example\",\"name\":\"Example\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[8.2,46.7],[8.5,46.7],[8.5,47],[8.2,46.7]]]}}");
    put(
        "/v1/sites/alpen-pv/generation",
        "{\"start\":\"2026-05-31T10:00:00Z\",\"end\":\"2026-05-31T10:30:00Z\",\"powerKw\":5}");
    put(
        "/v1/sites/alpen-pv/availability",
        "{\"kind\":\"export-limit\",\"start\":\"2026-06-03T10:00:00Z\",\"limitKw\":60,\"note\":\"line\"}");
  }

  @AfterEach
  void remove() {
    for (String each : new String[] {"/v1/portfolios/example", "/v1/regions/example"}) {
      given().delete(each).then().statusCode(204);
    }
    String limits = "/v1/sites/alpen-pv/availability";
    for (int id : given().get(limits).jsonPath().getList("id", Integer.class)) {
      given().delete(limits + "/" + id).then().statusCode(204);
    }
  }

  private static void put(String path, String body) {
    int status = given().contentType("application/json").body(body).post(path).statusCode();
    assertThat(status).as(path).isBetween(200, 201);
  }

  @Test
  void everyAnswerHasTheFieldsOfItsExample() throws Exception {
    JsonNode examples = MAPPER.readTree(getClass().getResourceAsStream(DocumentedExamples.ANSWERS));
    boolean write = Boolean.getBoolean("skywatt.write.examples");
    for (Map.Entry<String, JsonNode> each : examples.properties()) {
      String call = each.getValue().get("call").asText();
      JsonNode answer =
          shortened(MAPPER.readTree(given().get(call).then().statusCode(200).extract().asString()));
      if (write) {
        ((ObjectNode) each.getValue()).set("answer", answer);
      } else {
        assertThat(fields("", each.getValue().get("answer"), new TreeMap<>()))
            .as(call)
            .isEqualTo(fields("", answer, new TreeMap<>()));
      }
    }
    if (write) {
      Files.writeString(
          Path.of("src/main/resources" + DocumentedExamples.ANSWERS),
          MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(examples) + "\n");
    }
  }

  @Test
  void theDocumentShowsThem() throws Exception {
    JsonNode examples = MAPPER.readTree(getClass().getResourceAsStream(DocumentedExamples.ANSWERS));
    JsonNode paths = MAPPER.readTree(given().get("/openapi?format=json").asString()).path("paths");
    for (Map.Entry<String, JsonNode> each : examples.properties()) {
      JsonNode ok =
          paths.path(each.getKey().split(" ")[1]).path("get").path("responses").path("200");
      assertThat(ok.path("content").path("application/json").path("example").toString())
          .as(each.getKey())
          .isEqualTo(each.getValue().get("answer").toString());
    }
  }

  /** The first of what is many. */
  private static JsonNode shortened(JsonNode node) {
    if (node instanceof ArrayNode array) {
      while (array.size() > SHOWN && array.get(0).isObject()) {
        array.remove(array.size() - 1);
      }
    }
    node.forEach(AnswerExamplesTest::shortened);
    return node;
  }

  /** Path and kind of all that is in a document; elements of arrays are one. */
  private static Map<String, String> fields(String at, JsonNode node, Map<String, String> found) {
    if (node.isContainerNode()) {
      found.put(at, node.getNodeType().name());
      node.properties().forEach(each -> fields(at + "." + each.getKey(), each.getValue(), found));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        fields(at + "[]", node.get(i), found);
      }
    } else {
      found.put(at, node.getNodeType().name());
    }
    return found;
  }
}
