package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People sign in by tokens of an OpenID Connect provider. */
@QuarkusTest
@WithTestResource(PeopleWorld.class)
class PeopleTest {
  private static final String SITES = "/v1/sites";

  private static String claims(String organisation, String role) {
    return "\"organisation\":\"" + organisation + "\",\"roles\":[\"skywatt-" + role + "\"]";
  }

  private static ValidatableResponse get(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get(path).then();
  }

  @Test
  void aTokenOpensItsOrganisationsRows() {
    get(PeopleWorld.issuer.token(claims("Nordlicht", "viewer")), SITES)
        .statusCode(200)
        .body("id", contains("alpen-pv", "tal-pv"));
    get(PeopleWorld.issuer.token(claims("Südwind", "viewer")), "/v1/sites/tal-pv/forecast")
        .statusCode(404);
    get(PeopleWorld.issuer.token(claims("Südwind", "admin")), "/v1/status")
        .body("organisation", equalTo("Südwind"))
        .body("role", equalTo("admin"));
  }

  @ParameterizedTest
  @CsvSource({"viewer,403,403", "operator,201,403", "admin,201,200"})
  void rolesAreThoseOfTheToken(String role, int write, int administer) {
    String token = PeopleWorld.issuer.token(claims("Nordlicht", role));
    given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body("{\"kind\":\"outage\",\"start\":\"2027-01-01T00:00:00Z\",\"limitKw\":0}")
        .post("/v1/sites/tal-pv/availability")
        .then()
        .statusCode(write);
    get(token, "/v1/keys").statusCode(administer);
  }

  @Test
  void whatIsNoGoodTokenOpensNothing() {
    TokenIssuer issuer = PeopleWorld.issuer;
    String good = claims("Nordlicht", "admin");
    Instant later = Instant.now().plusSeconds(300);
    String signed = issuer.token(good);
    List<String> tokens =
        List.of(
            issuer.token(good, issuer.url(), "skywatt", later, TokenIssuer.newKeys()),
            issuer.token(good, "https://elsewhere.example", "skywatt", later, key()),
            issuer.token(good, issuer.url(), "another-service", later, key()),
            issuer.token(good, issuer.url(), "skywatt", Instant.now().minusSeconds(600), key()),
            issuer.token(claims("Nowhere", "admin")),
            issuer.token(claims("Nordlicht", "king")),
            issuer.token("\"roles\":[\"skywatt-admin\"]"),
            issuer.token("\"organisation\":\"Nordlicht\",\"roles\":[\"admin\"]"),
            // Without a signature, as "alg":"none" has it.
            "eyJhbGciOiJub25lIn0"
                + signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1),
            "not.a.token",
            "x");
    for (String token : tokens) {
      get(token, SITES)
          .statusCode(401)
          .contentType("application/problem+json")
          .body("code", equalTo("unauthorised"));
      get(token, "/metrics").statusCode(401);
    }
  }

  private static java.security.KeyPair key() {
    return PeopleWorld.issuer.keyPair();
  }

  @Test
  void keysWorkBesideTokensAndPeopleAreInTheAuditTable() throws Exception {
    ClosedWorld.issue("Nordlicht", "ppppppp");
    long start = System.nanoTime();
    while (given()
            .header("Authorization", "Bearer " + ClosedWorld.key("ppppppp", "viewer"))
            .get(SITES)
            .statusCode()
        != 200) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
    given()
        .header("X-Request-Id", "people-test")
        .header(
            "Authorization", "Bearer " + PeopleWorld.issuer.token(claims("Nordlicht", "viewer")))
        .get("/v1/keys")
        .then()
        .statusCode(403)
        .header("Set-Cookie", nullValue());
    while (!ClosedWorld.query("SELECT key_id FROM audit WHERE request_id = 'people-test'")
        .equals("person:ada")) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(9));
      Thread.sleep(50);
    }
  }
}
