package org.skywatt.serving;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.flight.CallOption;
import org.apache.arrow.flight.Criteria;
import org.apache.arrow.flight.FlightCallHeaders;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightDescriptor;
import org.apache.arrow.flight.FlightInfo;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.FlightStream;
import org.apache.arrow.flight.HeaderCallOption;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Ticket;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.serving.flight.FlightService;

// A stream that is closed may be interrupted, which no test here is.
@SuppressWarnings("try")
@QuarkusTest
@WithTestResource(FlightWorld.class)
class FlightTest {
  @Inject FlightService flight;

  private BufferAllocator allocator;
  private FlightClient client;

  @BeforeEach
  void connect() throws Exception {
    ClosedWorld.issue("Nordlicht", "nnnnnnn");
    ClosedWorld.issue("Südwind", "sssssss");
    allocator = new RootAllocator();
    client =
        FlightClient.builder(allocator, Location.forGrpcInsecure("127.0.0.1", flight.port()))
            .build();
    long start = System.nanoTime();
    while (!signsIn()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
      Thread.sleep(50);
    }
  }

  private boolean signsIn() {
    try {
      return client.listFlights(Criteria.ALL, key("sssssss")).iterator().hasNext();
    } catch (FlightRuntimeException e) {
      return false;
    }
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    allocator.close();
  }

  private static CallOption key(String idStart) {
    return bearer(ClosedWorld.key(idStart, "viewer"));
  }

  private static CallOption bearer(String token) {
    FlightCallHeaders headers = new FlightCallHeaders();
    headers.insert("authorization", "Bearer " + token);
    return new HeaderCallOption(headers);
  }

  /** All rows as lists of values, by way of a descriptor and its ticket. */
  private List<List<Object>> rows(String query, String who) throws Exception {
    FlightInfo info = client.getInfo(FlightDescriptor.command(query.getBytes(UTF_8)), key(who));
    List<List<Object>> rows = new ArrayList<>();
    try (FlightStream stream = client.getStream(info.getEndpoints().get(0).getTicket(), key(who))) {
      assertThat(stream.getSchema().getFields())
          .isEqualTo(info.getSchemaOptional().orElseThrow().getFields());
      while (stream.next()) {
        VectorSchemaRoot root = stream.getRoot();
        for (int row = 0; row < root.getRowCount(); row++) {
          List<Object> values = new ArrayList<>();
          for (int column = 0; column < root.getFieldVectors().size(); column++) {
            Object value = root.getVector(column).getObject(row);
            values.add(value == null ? null : value.toString());
          }
          rows.add(values);
        }
      }
    }
    return rows;
  }

  private static List<String> column(List<List<Object>> rows, int column) {
    return List.copyOf(
        new TreeSet<>(rows.stream().map(row -> String.valueOf(row.get(column))).toList()));
  }

  @Test
  void anOrganisationSeesItsOwnForecastsOfTheNewestRun() throws Exception {
    List<List<Object>> rows = rows("{\"table\":\"forecasts\"}", "nnnnnnn");
    assertThat(column(rows, 0)).containsExactly("alpen-pv", "tal-pv");
    assertThat(column(rows, 1)).containsExactly("20260601T070000Z");
    assertThat(rows).hasSize(2 * World.STEPS);
    assertThat(column(rows("{\"table\":\"forecasts\"}", "sssssss"), 0))
        .containsExactly("kamm-wind");
  }

  @Test
  void rowsAreThoseOfTheApiAndAMissingStepIsNull() throws Exception {
    List<List<Object>> rows =
        rows(
            "{\"table\":\"forecasts\",\"sites\":[\"tal-pv\",\"kamm-wind\",\"no\"],"
                + "\"from\":\"2026-06-01T12:00:00Z\",\"to\":\"2026-06-01T13:00:00Z\"}",
            "nnnnnnn");
    assertThat(rows).hasSize(2);
    float mean =
        given()
            .header("X-Api-Key", ClosedWorld.key("nnnnnnn", "viewer"))
            .get("/v1/sites/tal-pv/forecast?from=2026-06-01T12:00:00Z&to=2026-06-01T13:00:00Z")
            .then()
            .statusCode(200)
            .extract()
            .path("steps[0].mean");
    assertThat(Double.parseDouble((String) rows.get(0).get(8))).isCloseTo(mean, offset(0.01));
    // Step 20 of the run that is issued at 07:00 begins at 17:00.
    List<List<Object>> missing =
        rows(
            "{\"table\":\"forecasts\",\"sites\":[\"tal-pv\"],"
                + "\"from\":\"2026-06-01T17:00:00Z\",\"to\":\"2026-06-01T17:30:00Z\"}",
            "nnnnnnn");
    assertThat(missing).hasSize(1);
    assertThat(missing.get(0).subList(8, 16)).containsOnlyNulls();
  }

  @Test
  void runsAreChosenByIssue() throws Exception {
    String both =
        "{\"table\":\"forecasts\",\"sites\":[\"alpen-pv\"],"
            + "\"issuedFrom\":\"2026-06-01T06:00:00Z\",\"issuedTo\":\"2026-06-01T07:00:00Z\"}";
    assertThat(column(rows(both, "nnnnnnn"), 1))
        .containsExactly("20260601T060000Z", "20260601T070000Z");
    assertThat(column(rows(both.replace("T07:00:00Z", "T06:59:59Z"), "nnnnnnn"), 1))
        .containsExactly("20260601T060000Z");
    assertThat(column(rows(both.replace("T06:00:00Z", "T06:00:00.5Z"), "nnnnnnn"), 1))
        .containsExactly("20260601T070000Z");
  }

  @Test
  void readingsFlowWithWhatWasKnownWhen() throws Exception {
    String key = ClosedWorld.key("nnnnnnn", "operator");
    for (String power : List.of("100", "120")) {
      given()
          .header("X-Api-Key", key)
          .contentType("application/json")
          .body(
              "{\"start\":\"2026-05-01T11:00:00Z\",\"end\":\"2026-05-01T12:00:00Z\",\"powerKw\":"
                  + power
                  + "}")
          .post("/v1/sites/alpen-pv/generation")
          .then()
          .statusCode(200);
    }
    List<List<Object>> rows = rows("{\"table\":\"actuals\"}", "nnnnnnn");
    assertThat(column(rows, 3)).containsExactly("100.0", "120.0");
    assertThat(rows("{\"table\":\"actuals\"}", "sssssss")).isEmpty();
    assertThat(rows("{\"table\":\"actuals\",\"sites\":[\"tal-pv\"]}", "nnnnnnn")).isEmpty();
    assertThat(rows("{\"table\":\"actuals\",\"to\":\"2026-05-01T11:00:00Z\"}", "nnnnnnn"))
        .isEmpty();
    assertThat(rows("{\"table\":\"actuals\",\"issuedTo\":\"2026-05-01T12:00:00Z\"}", "nnnnnnn"))
        .isEmpty();
  }

  @Test
  void exportsAreChosenBySiteTimeAndIssueAndStreamInBatches() throws Exception {
    assertThat(rows("{\"table\":\"features\"}", "nnnnnnn")).hasSize(FlightWorld.ROWS);
    List<List<Object>> some =
        rows(
            "{\"table\":\"features\",\"sites\":[\"a\"],\"from\":\"2026-06-01T06:00:00Z\","
                + "\"to\":\"2026-06-01T16:00:00Z\",\"issuedTo\":\"2026-06-01T08:00:00Z\"}",
            "nnnnnnn");
    // Hours 2 to 10 by time and up to 8 by issue; every other is of site a.
    assertThat(column(some, 3)).containsExactly("2.0", "4.0", "6.0", "8.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"table\":\"features\"} | NOT_FOUND: unknown-table",
        "{\"table\":\"../nordlicht/features\"} | NOT_FOUND: unknown-table",
        "{\"table\":\"forecasts\",\"sits\":[]} | INVALID_ARGUMENT: invalid-query",
        "{\"table\":\"forecasts\",\"from\":\"noon\"} | INVALID_ARGUMENT: invalid-time",
        "{\"table\":\"forecasts\",\"sites\":[\"Bad Id\"]} | INVALID_ARGUMENT: invalid-site-id",
        "{\"table\":\"forecasts\",\"issuedTo\":\"2020-01-01T00:00:00Z\"} | NOT_FOUND: no-run",
        "nonsense | INVALID_ARGUMENT: invalid-query",
        "{\"table\":\"features\",\"sites\":[null]} | INVALID_ARGUMENT: invalid-query",
        "{\"table\":\"actuals\",\"sites\":[\"\\u0000\"]} | INVALID_ARGUMENT: invalid-query",
        "{\"table\":\"actuals\",\"to\":\"+300000-01-01T00:00:00Z\"} | INVALID_ARGUMENT: invalid-time",
        "{\"table\":\"forecasts\",\"runs\":[\"20200101T000000Z\"]} | NOT_FOUND: no-run",
        "{} | INVALID_ARGUMENT: invalid-query"
      })
  void whatCannotBeAnsweredIsToldInOneLine(String query, String problem) {
    String[] parts = problem.split(": ");
    assertThatThrownBy(
            () -> {
              try (FlightStream stream =
                  client.getStream(new Ticket(query.getBytes(UTF_8)), key("sssssss"))) {
                stream.next();
              }
            })
        .hasMessageStartingWith(parts[1])
        .hasMessageNotContaining("\n")
        .extracting(e -> ((FlightRuntimeException) e).status().code().name())
        .isEqualTo(parts[0]);
  }

  /** Batches wait for the client, and go on when it reads again. */
  @Test
  void aClientThatReadsSlowlyGetsEverything() throws Exception {
    Ticket ticket = new Ticket("{\"table\":\"features\"}".getBytes(UTF_8));
    int rows = 0;
    int batches = 0;
    try (FlightStream stream = client.getStream(ticket, key("nnnnnnn"))) {
      while (stream.next()) {
        rows += stream.getRoot().getRowCount();
        batches++;
        Thread.sleep(200);
      }
    }
    assertThat(rows).isEqualTo(FlightWorld.ROWS);
    assertThat(batches).isGreaterThan(10);
  }

  /** There are two streams: half of them for each. */
  @Test
  void anOrganisationTakesHalfOfTheStreams() throws Exception {
    Ticket ticket = new Ticket("{\"table\":\"features\"}".getBytes(UTF_8));
    try (FlightStream held = client.getStream(ticket, key("nnnnnnn"))) {
      assertThat(held.next()).isTrue();
      assertThatThrownBy(() -> rows("{\"table\":\"features\"}", "nnnnnnn"))
          .hasMessageStartingWith("busy");
      assertThat(rows("{\"table\":\"forecasts\"}", "sssssss")).isNotEmpty();
      held.cancel("enough", null);
    }
    long start = System.nanoTime();
    while (true) { // the slot comes back soon after the client has gone
      try {
        assertThat(rows("{\"table\":\"features\"}", "nnnnnnn")).hasSize(FlightWorld.ROWS);
        break;
      } catch (FlightRuntimeException e) {
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
        Thread.sleep(50);
      }
    }
  }

  @Test
  void aDamagedExportHidesNothingElse() {
    assertThatThrownBy(() -> rows("{\"table\":\"damaged\"}", "nnnnnnn"))
        .hasMessageStartingWith("damaged-export");
    List<String> names = new ArrayList<>();
    client
        .listFlights(Criteria.ALL, key("nnnnnnn"))
        .forEach(each -> names.add(each.getDescriptor().getPath().get(0)));
    assertThat(names).containsExactly("forecasts", "actuals", "features");
  }

  @Test
  void callsWithoutAGoodKeyEndAtTheDoor() {
    for (CallOption option : List.of(bearer("skw_wrong"), bearer(""))) {
      assertThatThrownBy(() -> client.getInfo(FlightDescriptor.path("forecasts"), option))
          .hasMessageStartingWith("unauthorised");
      assertThatThrownBy(() -> client.listFlights(Criteria.ALL, option).forEach(each -> {}))
          .hasMessageStartingWith("unauthorised");
    }
    assertThatThrownBy(
            () -> {
              try (FlightStream stream =
                  client.getStream(new Ticket("{\"table\":\"forecasts\"}".getBytes(UTF_8)))) {
                stream.next();
              }
            })
        .hasMessageStartingWith("unauthorised");
  }

  @Test
  void parquetIsSentAsItIsToItsOwnerOnly() {
    String own = ClosedWorld.key("nnnnnnn", "viewer");
    given()
        .header("X-Api-Key", own)
        .get("/v1/exports/backtest.parquet")
        .then()
        .statusCode(200)
        .header("Content-Length", "4")
        .header("Content-Disposition", "attachment; filename=\"backtest.parquet\"");
    given().header("X-Api-Key", own).get("/v1/exports").then().body("size()", equalTo(3));
    String other = ClosedWorld.key("sssssss", "viewer");
    for (String name : List.of("backtest", "..%2FNordlicht%2Fbacktest", "features")) {
      given()
          .urlEncodingEnabled(false)
          .header("X-Api-Key", other)
          .get("/v1/exports/" + name + ".parquet")
          .then()
          .statusCode(404);
    }
    given().get("/v1/exports/backtest.parquet").then().statusCode(401);
  }

  /** By pyarrow itself, as an analyst would; -Dskywatt.python names a Python that has it. */
  @Test
  void pyarrowReadsTheSame() throws Exception {
    String python = System.getProperty("skywatt.python", "python3");
    assumeThat(run(python, "-c", "import pyarrow.flight"))
        .as("pyarrow is not installed for %s", python)
        .startsWith("0");
    Path script = Path.of("../docs/benchmarks/flight_client.py");
    assertThat(Files.exists(script)).isTrue();
    String output =
        run(
            python,
            script.toString(),
            "grpc://127.0.0.1:" + flight.port(),
            ClosedWorld.key("nnnnnnn", "viewer"),
            "{\"table\":\"features\",\"sites\":[\"b\"]}");
    assertThat(output).startsWith("0").contains("rows " + FlightWorld.ROWS / 2);
    assertThat(
            run(
                python,
                script.toString(),
                "grpc://127.0.0.1:" + flight.port(),
                "skw_wrong",
                "{\"table\":\"forecasts\"}"))
        .startsWith("1")
        .contains("FlightUnauthenticatedError");
  }

  private static String run(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return "127 " + e.getMessage();
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + output;
  }
}
