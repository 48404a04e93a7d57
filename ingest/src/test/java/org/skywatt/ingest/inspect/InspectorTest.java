package org.skywatt.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.grib.EcCodes;

class InspectorTest {
  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), name);
    assumeTrue(Files.exists(file), "needs the shared file " + name);
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grib/netcdf_java/berkes.grib2",
        "grib/nwp_consumer/test_NOAAS3_HRES-GFS_10u_20210509T06_S00.grib",
        "grib/cfgrib/hpa_and_pa.grib",
        "grib/cfgrib/cfrzr_and_cprat.grib"
      })
  void tellsOfGribWhatEcCodesTells(String name) throws IOException {
    Path file = shared(name);
    List<FieldSummary> ours = Inspector.inspect(file);
    List<String[]> golden =
        EcCodes.keys(
            file,
            "numberOfMissing,min,max,average,typeOfLevel,level,gridType,packingType,stepType,Ni,Nj");
    assertThat(ours).hasSameSizeAs(golden);
    for (int i = 0; i < golden.size(); i++) {
      FieldSummary field = ours.get(i);
      String[] key = golden.get(i);
      assertThat(field.index()).isEqualTo(i);
      assertThat(field.missing()).isEqualTo(Long.parseLong(key[0]));
      if (field.missing().equals(field.count())) {
        assertThat(field.mean()).isNull();
        continue;
      }
      double scale =
          Math.max(Math.abs(Double.parseDouble(key[1])), Math.abs(Double.parseDouble(key[2])));
      assertThat(field.min()).isCloseTo(Double.parseDouble(key[1]), within(2e-5 * scale));
      assertThat(field.max()).isCloseTo(Double.parseDouble(key[2]), within(2e-5 * scale));
      assertThat(field.mean()).isCloseTo(Double.parseDouble(key[3]), within(2e-5 * scale));
      if (!Character.isDigit(field.levelType().charAt(0)) && !key[4].equals("unknown")) {
        assertThat(field.levelType()).isEqualTo(key[4]);
      }
      assertThat(field.gridType() + " " + field.packing()).isEqualTo(key[6] + " " + key[7]);
      assertThat(field.nx() + " " + field.ny()).isEqualTo(key[9] + " " + key[10]);
    }
  }

  @Test
  void namesParametersAndUnits() throws IOException {
    FieldSummary wind =
        Inspector.inspect(shared("grib/nwp_consumer/test_NOAAS3_HRES-GFS_10u_20210509T06_S00.grib"))
            .get(0);
    assertThat(wind.parameter()).isEqualTo("0.2.2");
    assertThat(wind.name()).containsIgnoringCase("u-component of wind");
    assertThat(wind.units()).isEqualTo("m s**-1");
    assertThat(wind.levelType()).isEqualTo("heightAboveGround");
    assertThat(wind.level()).isEqualTo(10);
  }

  /** Golden: {@code grib_ls -p name,units} of ecCodes 2.28. */
  @ParameterizedTest
  @CsvSource({
    "grib/cfgrib/regular_gg_sfc.grib, 128.165, 10 metre U wind component, m s**-1",
    "grib/cfgrib/era5-levels-members.grib, 128.129, Geopotential, m**2 s**-2",
    "grib/cfgrib/tp_on_different_grid_resolutions.grib, 128.228, Total precipitation, m",
    "grib/cfgrib/forecast_monthly_ukmo.grib, 128.167, 2 metre temperature, K",
  })
  void namesEdition1AsEcCodesDoes(String file, String parameter, String name, String units)
      throws IOException {
    FieldSummary field = Inspector.inspect(shared(file)).get(0);
    assertThat(field.parameter()).isEqualTo(parameter);
    assertThat(field.name()).isEqualTo(name);
    assertThat(field.units()).isEqualTo(units);
  }

  @Test
  void tellsOfACompressedFileWhatItTellsOfThePlainOne(@TempDir Path folder) throws IOException {
    Path plain = shared("grib/cfgrib/regular_gg_sfc.grib");
    Path packed = folder.resolve("a.grib.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
    assertThat(Inspector.inspect(packed)).isEqualTo(Inspector.inspect(plain));
  }

  @Test
  void tellsOfNetcdf() throws IOException {
    Path file = shared("gfs_puertorico_netcdf/GFS_Puerto_Rico_191km_20090729_0000.nc");
    List<FieldSummary> fields = Inspector.inspect(file);
    assertThat(fields).noneMatch(FieldSummary::isRefused);
    FieldSummary x =
        fields.stream().filter(f -> f.parameter().equals("x")).findFirst().orElseThrow();
    assertThat(x.units()).isEqualTo("km");
    assertThat(x.missing()).isZero();
    assertThat(x.min()).isLessThan(x.max());
  }

  @Test
  void printsTheRestBesideARefusedField(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(shared("grib/ecmwf_ccsds/ecmwf-ifs-oper-surface.grib2"));
    bytes[firstRepresentation(bytes) + 10] = 99; // template 5.99 does not exist
    List<FieldSummary> fields = Inspector.inspect(Files.write(folder.resolve("a.grib2"), bytes));
    assertThat(fields.get(0).error()).contains("template 5.99").contains("not supported");
    assertThat(fields).hasSize(5).filteredOn(FieldSummary::isRefused).hasSize(1);
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    assertThatThrownBy(() -> Inspector.inspect(text)).hasMessageContaining("not a GRIB file");
  }

  /** Where the first message's section 5 starts. */
  private static int firstRepresentation(byte[] message) {
    int at = 16;
    while (message[at + 4] != 5) {
      at += ByteBuffer.wrap(message).getInt(at);
    }
    return at;
  }
}
