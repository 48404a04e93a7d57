package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was forecast ahead, as it was known then; and days on which clocks change. */
@QuarkusTest
@WithTestResource(World.class)
class HorizonApiTest {
  private static final String WIND = "/v1/sites/kamm-wind/forecast";

  @AfterEach
  void resetClock() {
    TestClock.reset();
  }

  private static JsonPath get(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void aStepOfAnyLengthIsOfTheRunThatWasThereBeforeItBegan() throws Exception {
    Path file = World.publish(World.ISSUE.minusSeconds(7200));
    try {
      String window = "&from=2026-06-01T07:00:00Z&to=2026-06-01T10:00:00Z";
      JsonPath hours = get(WIND + "?horizon_minutes=120&resolution=60" + window);
      assertThat(hours.getList("steps.start"))
          .containsExactly("2026-06-01T07:00:00Z", "2026-06-01T08:00:00Z", "2026-06-01T09:00:00Z");
      assertThat(hours.getList("steps.runId"))
          .containsExactly("20260601T040000Z", "20260601T060000Z", "20260601T060000Z");
      JsonPath earlier = get(WIND + "?as_of=2026-06-01T05:00:00Z&resolution=60" + window);
      assertThat(hours.getFloat("steps[0].mean")).isEqualTo(earlier.getFloat("steps[0].mean"));
      assertThat(hours.getList("steps[0].values")).isEqualTo(earlier.getList("steps[0].values"));
      JsonPath quarters =
          get(WIND + "?horizon_minutes=120&resolution=settlement&market=DE" + window);
      assertThat(quarters.getList("steps")).hasSize(12);
      assertThat(quarters.getInt("steps[0].settlementPeriod")).isEqualTo(37);
      // Half an hour has the power of both of its quarters.
      JsonPath halves = get(WIND + "?horizon_minutes=120" + window);
      assertThat(quarters.getFloat("steps[1].mean")).isEqualTo(halves.getFloat("steps[0].mean"));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void limitsCountAsTheyWereKnown() throws Exception {
    Path file = World.publish(World.ISSUE.minusSeconds(7200));
    try {
      int id =
          given()
              .contentType("application/json")
              .body(
                  "{\"kind\":\"outage\",\"start\":\"2026-06-01T06:00:00Z\",\"limitKw\":0,"
                      + "\"end\":\"2026-06-01T12:00:00Z\"}")
              .post("/v1/sites/kamm-wind/availability")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      assertThat(seven("")).isZero();
      assertThat(seven("&as_of=2026-06-01T06:10:00Z")).isZero();
      assertThat(seven("&as_of=2026-06-01T06:09:59Z")).isPositive();
      assertThat(seven("&issued_before=2026-06-01T06:10:00Z")).isPositive();
      // Known at 06:10: 50 minutes before 07:00, and not 51.
      assertThat(seven("&horizon_minutes=50")).isZero();
      assertThat(seven("&horizon_minutes=51")).isPositive();
      String hour = "&resolution=60&from=2026-06-01T07:00:00Z&to=2026-06-01T08:00:00Z";
      assertThat(get(WIND + "?horizon_minutes=51" + hour).getFloat("steps[0].mean"))
          .as("the second half hour too knows what was known 51 minutes before the hour")
          .isEqualTo(get(WIND + "?as_of=2026-06-01T06:09:00Z" + hour).getFloat("steps[0].mean"))
          .isPositive();
      portfolioOf("kamm-wind");
      assertThat(mean("/v1/portfolios/known/forecast", "&horizon_minutes=50")).isZero();
      assertThat(mean("/v1/portfolios/known/forecast", "&horizon_minutes=51")).isPositive();
      TestClock.now = World.ISSUE.plusSeconds(1200);
      when().delete("/v1/sites/kamm-wind/availability/" + id).then().statusCode(204);
      assertThat(get("/v1/sites/kamm-wind/availability").getList("")).isEmpty();
      assertThat(seven("")).isPositive();
      assertThat(seven("&as_of=2026-06-01T06:19:59Z")).isZero();
      assertThat(seven("&as_of=2026-06-01T06:20:00Z")).isPositive();
      when().delete("/v1/sites/kamm-wind/availability/" + id).then().statusCode(404);
    } finally {
      when().delete("/v1/portfolios/known");
      Files.delete(file);
    }
  }

  private static void portfolioOf(String site) {
    given()
        .contentType("application/json")
        .body("{\"id\":\"known\",\"name\":\"K\",\"siteIds\":[\"" + site + "\"]}")
        .post("/v1/portfolios")
        .then()
        .statusCode(201);
  }

  private static float seven(String more) {
    return mean(WIND, more);
  }

  private static float mean(String path, String more) {
    return get(path + "?from=2026-06-01T07:00:00Z&to=2026-06-01T07:30:00Z" + more)
        .getFloat("steps[0].mean");
  }

  /** Days of 25 and of 23 hours in both markets, and one of 24. */
  @ParameterizedTest
  @CsvSource({
    "GB,Europe/London,2026-10-25,50", "DE,Europe/Berlin,2026-10-25,100",
    "GB,Europe/London,2027-03-28,46", "DE,Europe/Berlin,2027-03-28,92",
    "GB,Europe/London,2027-03-27,48", "DE,Europe/Berlin,2027-03-27,96",
  })
  void settlementDaysHaveTheirPeriods(String market, String zone, LocalDate day, int periods)
      throws Exception {
    Instant issue =
        day.minusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).plusHours(21).toInstant();
    Path file = World.publish(issue);
    try {
      Instant from = day.atStartOfDay(java.time.ZoneId.of(zone)).toInstant();
      Instant to = day.plusDays(1).atStartOfDay(java.time.ZoneId.of(zone)).toInstant();
      JsonPath json =
          get(
              WIND
                  + "?resolution=settlement&market="
                  + market
                  + "&as_of="
                  + issue
                  + "&from="
                  + from
                  + "&to="
                  + to);
      assertThat(json.getList("steps.settlementPeriod"))
          .isEqualTo(IntStream.rangeClosed(1, periods).boxed().toList());
      assertThat(json.getList("steps.settlementDate", String.class)).containsOnly(day.toString());
      List<String> starts = json.getList("steps.start", String.class);
      assertThat(starts).doesNotHaveDuplicates();
      double half = json.getDouble("steps[0].mean");
      assertThat(half)
          .isCloseTo(
              get(WIND + "?as_of=" + issue + "&from=" + from).getDouble("steps[0].mean"),
              within(0.01));
    } finally {
      Files.delete(file);
    }
  }
}
