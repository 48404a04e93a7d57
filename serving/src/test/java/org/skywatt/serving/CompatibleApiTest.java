package org.skywatt.serving;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shapes of other services hold what the forecast itself does. */
@QuarkusTest
@WithTestResource(World.class)
class CompatibleApiTest {
  private static final String BASE = "/v1/compatible/";

  private static JsonPath get(String path) {
    return when().get(path).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void solcastPeriodsEndAsTheyDo() {
    JsonPath shaped = get(BASE + "solcast/rooftop_sites/tal-pv/forecasts");
    JsonPath own = get("/v1/sites/tal-pv/forecast?levels=0.1,0.9");
    assertThat(shaped.getList("forecasts")).hasSize(World.STEPS);
    assertThat(shaped.getString("forecasts[0].period_end"))
        .isEqualTo("2026-06-01T06:30:00.0000000Z");
    assertThat(shaped.getString("forecasts[0].period")).isEqualTo("PT30M");
    assertThat(shaped.getFloat("forecasts[3].pv_estimate"))
        .isCloseTo(own.getFloat("steps[3].mean"), within(1e-3f));
    assertThat(shaped.getFloat("forecasts[3].pv_estimate10"))
        .isCloseTo(own.getFloat("steps[3].values[0]"), within(1e-3f));
    assertThat(shaped.getFloat("forecasts[3].pv_estimate90"))
        .isCloseTo(own.getFloat("steps[3].values[1]"), within(1e-3f));
    // The step that is missing is null, not zero.
    assertThat(shaped.getString("forecasts[20].pv_estimate")).isNull();
  }

  @Test
  void forecastSolarAddsUpByTheLocalDay() {
    JsonPath shaped = get(BASE + "forecast-solar/estimate/alpen-pv?tz=Europe/Zurich");
    Map<String, Integer> periods = shaped.getMap("result.watt_hours_period");
    Map<String, Integer> days = shaped.getMap("result.watt_hours_day");
    assertThat(periods).hasSize(World.STEPS).containsKey("2026-06-01 08:30:00");
    assertThat(days.keySet()).containsExactly("2026-06-01", "2026-06-02", "2026-06-03");
    float kwh =
        get("/v1/sites/alpen-pv/energy?from=2026-06-01T22:00:00Z&to=2026-06-02T22:00:00Z")
            .getFloat("meanKwh");
    assertThat(days.get("2026-06-02") / 1000.0).isCloseTo(kwh, within(0.1));
    Map<String, Integer> since = shaped.getMap("result.watt_hours");
    assertThat(since.get("2026-06-03 00:00:00")).isEqualTo(days.get("2026-06-02"));
    assertThat(shaped.getString("message.type")).isEqualTo("success");
  }

  /** As its own client asks: by place, tilt, azimuth from south and peak power, times in UTC. */
  @Test
  void forecastSolarOfAPlaneIsByPhysics() throws Exception {
    String path = BASE + "forecast-solar/estimate/46.8/8.3/30/0/5000?time=utc&damping=0";
    when().get(path).then().statusCode(422).body("code", equalTo("no-weather"));
    Path weather = Weather.publish(World.published(), Instant.parse("2026-06-01T00:00:00Z"), 12);
    try {
      Thread.sleep(1100);
      Response answer = when().get(path);
      answer.then().statusCode(200).header("X-Ratelimit-Period", "60");
      Map<String, Integer> watts = answer.jsonPath().getMap("result.watts");
      assertThat(watts.keySet()).allSatisfy(each -> assertThat(each).endsWith("+00:00"));
      assertThat(answer.jsonPath().getInt("message.ratelimit.limit")).isPositive();
      assertThat(answer.jsonPath().getString("message.info.timezone")).isEqualTo("UTC");
      when()
          .get(BASE + "forecast-solar/estimate/146.8/8.3/30/0/5000")
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-site"));
    } finally {
      Files.delete(weather);
      Thread.sleep(1100);
    }
  }

  @Test
  void homeAssistantHasAnHourAnEntry() {
    Map<String, Number> hours = get(BASE + "home-assistant/alpen-pv").getMap("wh_hours");
    assertThat(hours).hasSize(48).containsKey("2026-06-01T06:00Z");
    float kwh =
        get("/v1/sites/alpen-pv/energy?from=2026-06-01T10:00:00Z&to=2026-06-01T11:00:00Z")
            .getFloat("meanKwh");
    assertThat(hours.get("2026-06-01T10:00Z").doubleValue() / 1000).isCloseTo(kwh, within(0.01));
  }

  @Test
  void openMeteoHasColumns() {
    JsonPath shaped = get(BASE + "open-meteo/kamm-wind?tz=Europe/Zurich");
    assertThat(shaped.getString("hourly.time[0]")).isEqualTo("2026-06-01T08:00");
    assertThat(shaped.getInt("utc_offset_seconds")).isEqualTo(7200);
    assertThat(shaped.getString("timezone_abbreviation")).isEqualTo("CEST");
    assertThat(shaped.getDouble("generationtime_ms")).isPositive();
    assertThat(shaped.getString("hourly_units.power_p90")).isEqualTo("kW");
    List<Number> power = shaped.getList("hourly.power");
    JsonPath own = get("/v1/sites/kamm-wind/forecast?resolution=60");
    assertThat(power).hasSize(48);
    assertThat(power.get(5).floatValue()).isCloseTo(own.getFloat("steps[5].mean"), within(0.01f));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path :
        List.of("solcast/rooftop_sites/nope/forecasts", "open-meteo/nope", "home-assistant/nope")) {
      when().get(BASE + path).then().statusCode(404).body("code", equalTo("unknown-site"));
    }
    when().get(BASE + "open-meteo/kamm-wind?tz=Mars").then().statusCode(400);
  }
}
