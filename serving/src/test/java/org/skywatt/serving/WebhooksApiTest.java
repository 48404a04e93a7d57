package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes is posted to those who asked for it. */
@QuarkusTest
@WithTestResource(HooksWorld.class)
class WebhooksApiTest {
  private static final String NORTH = "hhhhhhh";
  private static final String SOUTH = "iiiiiii";

  @BeforeEach
  void issueKeys() throws Exception {
    ClosedWorld.issue("Nordlicht", NORTH);
    ClosedWorld.issue("Südwind", SOUTH);
    await(() -> as(SOUTH, "admin").get("/v1/webhooks").statusCode() == 200);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(15));
      Thread.sleep(50);
    }
  }

  private static RequestSpecification as(String organisation, String role) {
    return given().header("Authorization", "Bearer " + ClosedWorld.key(organisation, role));
  }

  private static JsonPath create(String organisation, String url, String more) {
    return as(organisation, "admin")
        .contentType("application/json")
        .body("{\"url\":\"" + url + "\"" + more + "}")
        .post("/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void remove(String organisation, JsonPath hook) {
    as(organisation, "admin").delete("/v1/webhooks/" + hook.getString("id")).then().statusCode(204);
  }

  /** A change that the organisation of the site sees. */
  private static void limit(String organisation, String site) {
    as(organisation, "operator")
        .contentType("application/json")
        .body("{\"kind\":\"outage\",\"start\":\"2028-01-01T00:00:00Z\",\"limitKw\":0}")
        .post("/v1/sites/" + site + "/availability")
        .then()
        .statusCode(201);
  }

  @Test
  void whatChangesIsPostedAndSigned() throws Exception {
    try (HookReceiver receiver = new HookReceiver(n -> 204)) {
      JsonPath hook = create(NORTH, receiver.url(), "");
      limit(SOUTH, "kamm-wind");
      limit(NORTH, "tal-pv");
      await(() -> receiver.posts.stream().anyMatch(each -> each.body().contains("tal-pv")));
      HookReceiver.Post post =
          receiver.posts.stream().filter(each -> each.body().contains("tal-pv")).findFirst().get();
      assertThat(signature(hook.getString("secret"), post))
          .isEqualTo(post.headers().getFirst("webhook-signature"));
      JsonPath body = JsonPath.from(post.body());
      assertThat(body.getString("type")).isEqualTo("changes");
      assertThat(body.getList("data.changes.kind")).contains("availability-changed");
      // Another organisation's changes are not told.
      assertThat(receiver.posts.toString()).doesNotContain("kamm-wind");
      remove(NORTH, hook);
      int before = receiver.posts.size();
      limit(NORTH, "tal-pv");
      Thread.sleep(1500);
      assertThat(receiver.posts).hasSize(before);
    }
  }

  private static String signature(String secret, HookReceiver.Post post)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "x"));
    String signed =
        post.headers().getFirst("webhook-id")
            + "."
            + post.headers().getFirst("webhook-timestamp")
            + "."
            + post.body();
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  @Test
  void whatFailsIsTriedAgainAndNothingIsLost() throws Exception {
    IntUnaryOperator status =
        n -> {
          if (n == 1) {
            // It changes while the first message is under way.
            limit(NORTH, "alpen-pv");
          }
          return n < 3 ? 500 : 200;
        };
    try (HookReceiver receiver = new HookReceiver(status)) {
      JsonPath hook = create(NORTH, receiver.url(), ",\"kinds\":[\"availability-changed\"]");
      limit(NORTH, "tal-pv");
      await(() -> receiver.posts.toString().contains("alpen-pv"));
      assertThat(receiver.posts.toString()).doesNotContain("key-issued");
      // The same message until it is taken, then the next.
      assertThat(receiver.posts).hasSize(4);
      assertThat(receiver.posts.get(0).body()).contains("tal-pv").doesNotContain("alpen-pv");
      assertThat(receiver.posts.subList(0, 3).stream().map(HookReceiver.Post::body).distinct())
          .hasSize(1);
      assertThat(receiver.posts.subList(0, 3).stream().map(WebhooksApiTest::id).distinct())
          .hasSize(1);
      assertThat(id(receiver.posts.get(3))).isNotEqualTo(id(receiver.posts.get(0)));
      await(
          () ->
              as(NORTH, "admin")
                      .get("/v1/webhooks")
                      .jsonPath()
                      .getInt("find { it.id == '" + hook.getString("id") + "' }.failures")
                  == 0);
      remove(NORTH, hook);
    }
  }

  private static String id(HookReceiver.Post post) {
    return post.headers().getFirst("webhook-id");
  }

  @Test
  void whatFailsTooOftenIsDisabledAndRedirectsAreNotFollowed() throws Exception {
    try (HookReceiver receiver = new HookReceiver(n -> 302)) {
      JsonPath hook = create(NORTH, receiver.url(), "");
      limit(NORTH, "tal-pv");
      String path = "find { it.id == '" + hook.getString("id") + "' }";
      await(
          () ->
              as(NORTH, "admin").get("/v1/webhooks").jsonPath().getString(path + ".disabledAt")
                  != null);
      assertThat(receiver.posts).hasSize(HooksWorld.MOST_FAILURES);
      as(NORTH, "admin")
          .get("/v1/webhooks")
          .then()
          .body(path + ".lastProblem", equalTo("status 302"))
          .body(not(containsString("whsec_")));
      as(NORTH, "viewer")
          .get("/v1/changes?after=0")
          .then()
          .body("changes.kind", org.hamcrest.Matchers.hasItem("webhook-disabled"));
      remove(NORTH, hook);
    }
  }

  @Test
  void aReceiverThatIsGoneIsDisabledAtOnce() throws Exception {
    try (HookReceiver receiver = new HookReceiver(n -> 410)) {
      JsonPath hook = create(NORTH, receiver.url(), "");
      limit(NORTH, "tal-pv");
      String disabled = "find { it.id == '" + hook.getString("id") + "' }.disabledAt";
      await(() -> as(NORTH, "admin").get("/v1/webhooks").jsonPath().getString(disabled) != null);
      assertThat(receiver.posts).hasSize(1);
      remove(NORTH, hook);
    }
  }

  @Test
  void webhooksAreTheirOrganisations() throws Exception {
    try (HookReceiver receiver = new HookReceiver(n -> 200)) {
      JsonPath hook = create(NORTH, receiver.url(), "");
      as(SOUTH, "admin").get("/v1/webhooks").then().body("", hasSize(0));
      as(SOUTH, "admin").delete("/v1/webhooks/" + hook.getString("id")).then().statusCode(404);
      for (String role : List.of("viewer", "operator")) {
        as(NORTH, role).get("/v1/webhooks").then().statusCode(403);
        as(NORTH, role).delete("/v1/webhooks/" + hook.getString("id")).then().statusCode(403);
      }
      remove(NORTH, hook);
    }
  }

  @Test
  void aWarningIsTold() throws Exception {
    try (HookReceiver receiver = new HookReceiver(n -> 200)) {
      JsonPath hook = create(NORTH, receiver.url(), ",\"kinds\":[\"run-late\"]");
      TestClock.now = World.ISSUE.plusSeconds(4201);
      await(() -> receiver.posts.toString().contains("\"subject\":\"20260601T060000Z\""));
      remove(NORTH, hook);
    } finally {
      TestClock.reset();
    }
  }
}
