package org.skywatt.ingest.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.FieldCode;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.GribCode;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;

class MeaningTest {
  private static final Instant INIT = Instant.parse("2026-11-18T00:00:00Z");

  private static FieldHeader header(
      FieldCode code, FieldLevel level, StepType type, int from, int to, Member member) {
    return new FieldHeader(
        code,
        level,
        INIT,
        INIT.plus(Duration.ofHours(to)),
        type,
        type == StepType.INSTANT ? Duration.ZERO : Duration.ofHours(to - from),
        member);
  }

  private static FieldLevel level(String text) {
    String[] part = text.split(":");
    return new FieldLevel(
        part[0],
        part.length > 1 ? Double.parseDouble(part[1]) : Double.NaN,
        part.length > 2 ? Double.parseDouble(part[2]) : Double.NaN);
  }

  private static GribCode grib(int edition, int centre, String parameter) {
    String[] part = parameter.split("\\.");
    int last = part.length - 1;
    return new GribCode(
        edition,
        centre,
        0,
        0,
        edition == 2 ? Integer.parseInt(part[0]) : -1,
        Integer.parseInt(part[last - 1]),
        Integer.parseInt(part[last]));
  }

  // Codes, levels and units as ecCodes 2.28 has them (definitions/grib1, grib2 and their
  // localConcepts kwbc, ecmf, edzw; grib_ls on files of these centres). The converted value is of
  // 1.
  @ParameterizedTest
  @CsvSource({
    // GFS, HRRR
    "2, 7, 0.0.0, heightAboveGround:2, INSTANT, TEMPERATURE_2M, 1, INSTANT",
    "2, 7, 0.1.1, heightAboveGround:2, INSTANT, RELATIVE_HUMIDITY, 0.01, INSTANT",
    "2, 7, 0.4.192, surface, AVERAGE, GHI, 1, MEAN",
    "2, 7, 0.4.192, surface, INSTANT, GHI, 1, INSTANT",
    "2, 7, 0.4.200, surface, INSTANT, DIRECT_HORIZONTAL, 1, INSTANT",
    "2, 7, 0.5.192, surface, AVERAGE, LONGWAVE_DOWN, 1, MEAN",
    "2, 7, 0.6.1, atmosphere, INSTANT, CLOUD_COVER, 0.01, INSTANT",
    "2, 7, 0.6.1, lowCloudLayer, INSTANT, LOW_CLOUD_COVER, 0.01, INSTANT",
    "2, 7, 0.6.3, lowCloudLayer, INSTANT, LOW_CLOUD_COVER, 0.01, INSTANT",
    "2, 7, 0.1.8, surface, ACCUMULATION, PRECIPITATION, 1, SUM",
    "2, 7, 0.1.7, surface, AVERAGE, PRECIPITATION, 1, MEAN",
    "2, 7, 0.2.22, surface, INSTANT, WIND_GUST_10M, 1, INSTANT",
    "2, 7, 0.3.1, meanSea, INSTANT, MEAN_SEA_LEVEL_PRESSURE, 1, INSTANT",
    "2, 7, 0.3.196, surface, INSTANT, BOUNDARY_LAYER_HEIGHT, 1, INSTANT",
    "2, 7, 0.3.5, surface, INSTANT, OROGRAPHY, 1, INSTANT",
    "2, 7, 2.0.0, surface, INSTANT, LAND_FRACTION, 1, INSTANT",
    // ECMWF open data
    "2, 98, 0.4.7, surface, ACCUMULATION, GHI, 1, SUM",
    "2, 98, 0.1.193, surface, ACCUMULATION, PRECIPITATION, 1000, SUM",
    "2, 98, 0.6.192, entireAtmosphere, INSTANT, CLOUD_COVER, 1, INSTANT",
    "2, 98, 0.0.6, heightAboveGround:2, INSTANT, DEW_POINT_2M, 1, INSTANT",
    "2, 98, 0.3.0, meanSea, INSTANT, MEAN_SEA_LEVEL_PRESSURE, 1, INSTANT",
    // ICON
    "2, 78, 0.4.198, surface, AVERAGE, DIRECT_HORIZONTAL, 1, MEAN",
    "2, 78, 0.4.199, surface, AVERAGE, DIFFUSE_HORIZONTAL, 1, MEAN",
    "2, 78, 0.1.52, surface, ACCUMULATION, PRECIPITATION, 1, SUM",
    "2, 78, 0.2.22, heightAboveGround:10, MAXIMUM, WIND_GUST_10M, 1, MAX",
    "2, 78, 0.6.22, isobaricLayer:0:400, INSTANT, HIGH_CLOUD_COVER, 0.01, INSTANT",
    "2, 78, 0.6.22, isobaricLayer:400:800, INSTANT, MEDIUM_CLOUD_COVER, 0.01, INSTANT",
    // Météo-France
    "2, 85, 0.4.7, surface, ACCUMULATION, GHI, 1, SUM",
    "2, 85, 0.6.1, surface, INSTANT, CLOUD_COVER, 0.01, INSTANT",
    // ECMWF and ERA5, edition 1
    "1, 98, 128.167, surface, INSTANT, TEMPERATURE_2M, 1, INSTANT",
    "1, 98, 128.169, surface, INSTANT, GHI, 1, SUM",
    "1, 98, 128.164, surface, INSTANT, CLOUD_COVER, 1, INSTANT",
    "1, 98, 128.228, surface, ACCUMULATION, PRECIPITATION, 1000, SUM",
    "1, 74, 128.167, surface, INSTANT, TEMPERATURE_2M, 1, INSTANT",
    "1, 78, 172.228, surface, INSTANT, PRECIPITATION, 1000, INSTANT",
    // others, edition 1
    "1, 7, 2.204, surface, AVERAGE, GHI, 1, MEAN",
    "1, 7, 2.71, atmosphere, INSTANT, CLOUD_COVER, 0.01, INSTANT",
    "1, 74, 3.116, surface, INSTANT, GHI, 1, INSTANT",
    "1, 96, 1.61, heightAboveGround:0, ACCUMULATION, PRECIPITATION, 1, SUM",
    "1, 58, 2.11, heightAboveGround:2, INSTANT, TEMPERATURE_2M, 1, INSTANT",
  })
  void knowsTheCodesOfEachCentre(
      int edition,
      int centre,
      String parameter,
      String level,
      StepType type,
      Quantity quantity,
      double converted,
      TimeMeaning time)
      throws IOException {
    Meaning meaning =
        Meaning.find(
                header(grib(edition, centre, parameter), level(level), type, 0, 6, Member.CONTROL))
            .orElseThrow();
    assertThat(meaning.quantity()).isEqualTo(quantity);
    assertThat(meaning.conversion().apply(1)).isCloseTo(converted, within(1e-9));
    assertThat(meaning.time()).isEqualTo(time);
    assertThat(meaning.end()).isEqualTo(INIT.plus(Duration.ofHours(6)));
    assertThat(meaning.start()).isEqualTo(time == TimeMeaning.INSTANT ? meaning.end() : INIT);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7, 0.6.1, convectiveCloudLayer, INSTANT", // not the whole cloud
    "2, 7, 0.6.1, atmosphere, AVERAGE", // a mean, where an instant is meant
    "2, 7, 0.0.0, isobaricInhPa:850, INSTANT",
    "2, 7, 0.0.0, heightAboveGround:80, INSTANT",
    "2, 7, 0.0.4, heightAboveGround:2, MAXIMUM",
    "2, 98, 0.4.192, surface, AVERAGE", // NCEP's number in another centre's file
    "2, 98, 0.1.254, surface, INSTANT", // water in the snow
    "1, 98, 128.141, surface, INSTANT",
    "1, 96, 1.112, heightAboveGround:0, INSTANT", // net radiation
    "1, 9, 128.167, surface, INSTANT", // a table of the US offices' own
    "1, 60, 2.204, surface, AVERAGE", // above 127 of a centre that is not known
  })
  void passesOverWhatIsSomethingElse(
      int edition, int centre, String parameter, String level, StepType type) throws IOException {
    assertThat(
            Meaning.find(
                header(grib(edition, centre, parameter), level(level), type, 0, 6, Member.CONTROL)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 7, 0.2.2, heightAboveGround:80, WIND_U, 80",
    "2, 98, 0.2.3, heightAboveGround:100, WIND_V, 100",
    "2, 78, 0.2.3, heightAboveGround:10, WIND_V, 10",
    "2, 74, 0.2.192, heightAboveGround:10, WIND_U, 10",
    "1, 98, 128.165, surface, WIND_U, 10",
    "1, 98, 228.247, surface, WIND_V, 100",
    "1, 98, 228.249, surface, WIND_SPEED, 100",
    "1, 74, 3.33, heightAboveGroundHighPrecision:1000, WIND_U, 10",
  })
  void knowsHeightsOfWind(
      int edition, int centre, String parameter, String level, Quantity quantity, double height)
      throws IOException {
    Meaning meaning =
        Meaning.find(
                header(
                    grib(edition, centre, parameter),
                    level(level),
                    StepType.INSTANT,
                    0,
                    6,
                    Member.CONTROL))
            .orElseThrow();
    assertThat(meaning.quantity()).isEqualTo(quantity);
    assertThat(meaning.heightM()).isEqualTo(height);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2.2, generalVerticalLayer:70:71, WIND_U, 70",
    "0.3.6, generalVertical:71, LEVEL_ALTITUDE, 71",
    "0.3.6, surface, OROGRAPHY, 0",
  })
  void knowsModelLevelsOfIcon(String parameter, String level, Quantity quantity, int modelLevel)
      throws IOException {
    Meaning meaning =
        Meaning.find(
                header(
                    grib(2, 78, parameter), level(level), StepType.INSTANT, 0, 6, Member.CONTROL))
            .orElseThrow();
    assertThat(meaning.quantity()).isEqualTo(quantity);
    assertThat(meaning.modelLevel()).isEqualTo(modelLevel);
    assertThat(meaning.heightM()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    // UKV of Open Climate Fix's stores: no units, no standard names
    "t, '', '', egrr, unknown, TEMPERATURE_2M, 1",
    "dswrf, '', '', egrr, unknown, GHI, 1",
    "hcc, '', '', egrr, unknown, HIGH_CLOUD_COVER, 0.01",
    "r2, '', '', egrr, unknown, RELATIVE_HUMIDITY, 0.01",
    // ERA5 of the Climate Data Store
    "t2m, '', K, '', unknown, TEMPERATURE_2M, 1",
    "tcc, cloud_area_fraction, (0 - 1), '', unknown, CLOUD_COVER, 1",
    "lcc, '', '', ECMWF, unknown, LOW_CLOUD_COVER, 1",
    // Met Office NetCDF
    "air_temperature, air_temperature, K, Met Office, heightAboveGround:1.5, TEMPERATURE_2M, 1",
    "cloud_amount_of_total_cloud, cloud_area_fraction, 1, Met Office, unknown, CLOUD_COVER, 1",
    "rh, relative_humidity, %, '', heightAboveGround:2, RELATIVE_HUMIDITY, 0.01",
    "x, air_pressure_at_mean_sea_level, hPa, '', unknown, MEAN_SEA_LEVEL_PRESSURE, 100",
  })
  void knowsNamesOfNetcdfAndZarr(
      String variable,
      String standardName,
      String units,
      String centre,
      String level,
      Quantity quantity,
      double converted)
      throws IOException {
    Meaning meaning =
        Meaning.find(
                header(
                    new CfCode(variable, standardName, units, centre, ""),
                    level(level),
                    StepType.INSTANT,
                    0,
                    1,
                    Member.CONTROL))
            .orElseThrow();
    assertThat(meaning.quantity()).isEqualTo(quantity);
    assertThat(meaning.conversion().apply(1)).isCloseTo(converted, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "lcc, '', ''", // a fraction or percent: whose file it is would tell
    "rh, relative_humidity, furlong",
    "x, air_temperature, ''",
  })
  void neverGuessesAUnit(String variable, String standardName, String units) {
    CfCode code = new CfCode(variable, standardName, units);
    FieldHeader header = header(code, level("unknown"), StepType.INSTANT, 0, 1, Member.CONTROL);
    assertThatThrownBy(() -> Meaning.find(header))
        .isInstanceOf(UnknownUnitException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(units.isEmpty() ? "no unit" : units);
  }

  @Test
  void takesTotalsOfReanalysesAsOfTheHourBefore() throws IOException {
    CfCode code = new CfCode("ssrd", "", "J m**-2");
    Instant now = INIT;
    Meaning analysis =
        Meaning.find(header(code, level("unknown"), StepType.INSTANT, 0, 0, Member.CONTROL))
            .orElseThrow();
    assertThat(analysis.start()).isEqualTo(now.minus(Duration.ofHours(1)));
    Meaning forecast =
        Meaning.find(header(code, level("unknown"), StepType.INSTANT, 0, 9, Member.CONTROL))
            .orElseThrow();
    assertThat(forecast.start()).isEqualTo(INIT);
    assertThat(forecast.time()).isEqualTo(TimeMeaning.SUM);
  }

  @Test
  void nothingIsGatheredAtLeadZero() throws IOException {
    assertThat(
            Meaning.find(
                header(
                    grib(1, 98, "128.169"),
                    FieldLevel.SURFACE,
                    StepType.INSTANT,
                    0,
                    0,
                    Member.CONTROL)))
        .isEmpty();
  }

  @Test
  void tellsMembersAndStatisticsApart() throws IOException {
    assertThat(Meaning.findMember(Member.CONTROL)).contains(0);
    assertThat(Meaning.findMember(new Member(Member.Kind.PERTURBED, 7))).contains(7);
    assertThat(Meaning.findMember(new Member(Member.Kind.MEAN, 0))).contains(Meaning.ENSEMBLE_MEAN);
    Member spread = new Member(Member.Kind.SPREAD, 0);
    Optional<Meaning> found =
        Meaning.find(
            header(grib(1, 98, "128.167"), FieldLevel.SURFACE, StepType.INSTANT, 0, 3, spread));
    assertThat(found).isEmpty();
  }
}
