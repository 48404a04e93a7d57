package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(World.class)
class ModelsApiTest {
  private static final String ID = "solar-20260601t000000z";

  @Test
  void listsModelsWithWhatTheyCostAndLeavesDamagedCardsOut() {
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].id", equalTo(ID))
        .body("[0].technology", equalTo("solar"))
        .body("[0].joules", equalTo(288.5f))
        .body("[0].energyTier", equalTo("modelled"))
        .body("[0].sizeBytes", equalTo(1_000_000));
  }

  @Test
  void aCardTellsNoSiteThatIsNotThere() {
    given()
        .get("/v1/models/{id}/card", ID)
        .then()
        .statusCode(200)
        .body("sites", contains("alpen-pv", "kamm-wind"))
        .body("technology", equalTo("solar"))
        .body("$", not(hasKey("snapshotIds")))
        .body("$", not(hasKey("rows")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such", "damaged", "..", "%2e%2e%2fsites", "A", "x y"})
  void whatIsNoModelIsNotFound(String id) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/models/" + id.replace(" ", "%20") + "/card")
        .then()
        .statusCode(404);
  }
}
