package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.skywatt.serving.ClosedWorld.awaitStatus;
import static org.skywatt.serving.ClosedWorld.with;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, roles and the separation of organisations, on every route that the service documents. */
@QuarkusTest
@WithTestResource(ClosedWorld.class)
class AccessTest {
  private static final String NORTH = "nnnnnnn";
  private static final String SOUTH = "sssssss";

  private record Route(String method, String path, String role, boolean endless) {}

  @BeforeEach
  void issueKeys() throws SQLException, InterruptedException {
    ClosedWorld.issue("Nordlicht", NORTH);
    ClosedWorld.issue("Südwind", SOUTH);
    awaitStatus(ClosedWorld.key(SOUTH, "admin"), 200);
  }

  private static List<Route> routes() {
    JsonPath document =
        JsonPath.from(given().get("/openapi?format=json").then().extract().asString());
    List<Route> routes = new ArrayList<>();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  String role =
                      String.valueOf(operation.get("description"))
                          .replaceAll("(?s).*ay be called by (\\w+)s.*", "$1");
                  assertThat(ClosedWorld.ROLES).as("%s %s", method, path).contains(role);
                  routes.add(
                      new Route(
                          method,
                          path,
                          role,
                          path.endsWith("/stream")
                              || operation.toString().contains("text/event-stream")));
                }));
    assertThat(routes).hasSizeGreaterThan(5);
    return routes;
  }

  private static Response call(RequestSpecification caller, Route route, String id) {
    String path = route.path().replaceAll("\\{[a-zA-Z]+}", id);
    return route.method().matches("post|put|patch")
        ? caller
            .contentType(path.endsWith("/import") ? "text/csv" : "application/json")
            .body("{}")
            .request(route.method(), path)
        : caller.request(route.method(), path);
  }

  @Test
  void everyRouteAsksForAKeyAndItsRole() {
    for (Route route : routes()) {
      assertThat(call(given(), route, "nowhere").statusCode())
          .as("nobody: %s", route)
          .isEqualTo(401);
      assertThat(call(with("skw_aaaaaaaa_bad"), route, "nowhere").statusCode())
          .as("bad key: %s", route)
          .isEqualTo(401);
      for (String role : ClosedWorld.ROLES) {
        if (route.endless()) {
          // Others listen to streams of events.
          continue;
        }
        boolean may = ClosedWorld.ROLES.indexOf(role) >= ClosedWorld.ROLES.indexOf(route.role());
        int status = call(with(ClosedWorld.key(NORTH, role)), route, "nowhere").statusCode();
        assertThat(status).as("%s: %s", role, route).isLessThan(500);
        if (may) {
          assertThat(status).as("%s: %s", role, route).isNotIn(401, 403);
        } else {
          assertThat(status).as("%s: %s", role, route).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void noRouteTellsOfAnotherOrganisation() {
    for (Route route : routes()) {
      if (route.endless()) {
        continue;
      }
      for (String role : ClosedWorld.ROLES) {
        Response response = call(with(ClosedWorld.key(NORTH, role)), route, "kamm-wind");
        if (route.path().contains("{")) {
          assertThat(response.statusCode()).as("%s: %s", role, route).isGreaterThanOrEqualTo(400);
        } else {
          assertThat(response.asString())
              .as("%s: %s", role, route)
              .doesNotContain("Südwind")
              .doesNotContain("kamm-wind")
              .doesNotContain("Kamm");
        }
      }
    }
    with(ClosedWorld.key(SOUTH, "viewer"))
        .get("/v1/sites/kamm-wind/forecast")
        .then()
        .statusCode(200);
  }

  @Test
  void aCardNamesTheCallersSitesOnly() {
    with(ClosedWorld.key(SOUTH, "viewer"))
        .get("/v1/models/solar-20260601t000000z/card")
        .then()
        .statusCode(200)
        .body("sites", contains("kamm-wind"));
  }

  @Test
  void aKeyMayBeTheUserOfBasicAuthentication() {
    given()
        .auth()
        .preemptive()
        .basic(ClosedWorld.key(NORTH, "viewer"), "")
        .get("/v1/sites")
        .then()
        .statusCode(200)
        .body("", hasSize(2));
    given()
        .auth()
        .preemptive()
        .basic("skw_aaaaaaaa_bad", "")
        .get("/v1/sites")
        .then()
        .statusCode(401);
    given().header("Authorization", "Basic %%%").get("/v1/sites").then().statusCode(401);
  }

  @Test
  void eachOrganisationHasItsOwnSites() {
    with(ClosedWorld.key(NORTH, "viewer"))
        .get("/v1/sites")
        .then()
        .body("id", contains("alpen-pv", "tal-pv"));
    given()
        .header("X-Api-Key", ClosedWorld.key(SOUTH, "viewer"))
        .get("/v1/sites")
        .then()
        .body("id", contains("kamm-wind", "new-wind"));
    with(ClosedWorld.key(NORTH, "admin"))
        .contentType("application/json")
        .body(
            "{\"sites\":[\"kamm-wind\"],\"duration\":\"PT1H\",\"deadline\":\"2026-06-01T20:00:00Z\"}")
        .post("/v1/green/windows")
        .then()
        .statusCode(404)
        .body("code", equalTo("unknown-site"));
  }

  @Test
  void groupsAreTheirOwnersAndHoldOnlyItsSites() {
    make(SOUTH, "portfolios", "{\"id\":\"south\",\"name\":\"S\",\"siteIds\":[\"kamm-wind\"]}");
    make(
        NORTH,
        "portfolios",
        "{\"id\":\"north\",\"name\":\"N\",\"siteIds\":[\"alpen-pv\",\"kamm-wind\",\"nowhere\"]}");
    make(
        NORTH,
        "regions",
        "{\"id\":\"north\",\"name\":\"N\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[0,40],[20,40],[20,60],[0,60],[0,40]]]}}");
    String admin = ClosedWorld.key(NORTH, "admin");
    try {
      with(admin).get("/v1/portfolios").then().body("id", contains("north"));
      for (String route : List.of("", "/forecast", "/energy", "/scenarios")) {
        with(admin)
            .get("/v1/portfolios/south" + route)
            .then()
            .statusCode(404)
            .body("code", equalTo("unknown-portfolio"));
      }
      with(admin)
          .contentType("application/json")
          .body("{\"name\":\"N\",\"siteIds\":[\"alpen-pv\"]}")
          .put("/v1/portfolios/south")
          .then()
          .statusCode(404);
      with(admin).delete("/v1/portfolios/south").then().statusCode(404);
      // Another's site is told like one that does not exist.
      with(admin)
          .get("/v1/portfolios/north/forecast")
          .then()
          .body("sites", equalTo(1))
          .body("missingSites", contains("kamm-wind", "nowhere"));
      with(admin).get("/v1/regions/north/forecast").then().body("sites", equalTo(2));
    } finally {
      with(admin).delete("/v1/portfolios/north").then().statusCode(204);
      with(admin).delete("/v1/regions/north").then().statusCode(204);
      with(ClosedWorld.key(SOUTH, "admin")).delete("/v1/portfolios/south").then().statusCode(204);
    }
  }

  private static void make(String organisation, String kind, String body) {
    with(ClosedWorld.key(organisation, "admin"))
        .contentType("application/json")
        .body(body)
        .post("/v1/" + kind)
        .then()
        .statusCode(201);
  }

  @Test
  void whoIsNotSignedInIsToldHow() {
    when()
        .get("/v1/sites")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"skywatt\"")
        .body("code", equalTo("unauthorised"));
    with("skw_aaaaaaaa_bad")
        .get("/v1/sites")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"skywatt\"")
        .body("code", equalTo("unauthorised"));
    when().get("/health/live").then().statusCode(200);
    when().get("/").then().statusCode(200);
  }

  @Test
  void otherOriginsAreNotAllowed() {
    given()
        .header("Origin", "https://example.org")
        .header("Access-Control-Request-Method", "GET")
        .options("/v1/sites")
        .then()
        .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    with(ClosedWorld.key(NORTH, "viewer"))
        .header("Origin", "https://example.org")
        .get("/v1/sites")
        .then()
        .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue())
        .body("", hasSize(2));
  }

  @Test
  void changesAndRefusalsAreInTheAuditTable() throws Exception {
    given().header("X-Request-Id", "audit-test-1").get("/v1/sites").then().statusCode(401);
    with(ClosedWorld.key(NORTH, "admin"))
        .header("X-Request-Id", "audit-test-2")
        .contentType("application/json")
        .body("{}")
        .post("/v1/keys")
        .then()
        .header("X-Request-Id", "audit-test-2");
    long start = System.nanoTime();
    while (!ClosedWorld.query(
            "SELECT string_agg(coalesce(organisation, '-') || ' ' || status, ',' ORDER BY"
                + " request_id) FROM audit WHERE request_id LIKE 'audit-test-%'")
        .equals("- 401,Nordlicht 400")) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
  }
}
