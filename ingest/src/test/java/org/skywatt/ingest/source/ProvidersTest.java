package org.skywatt.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.replay.Fault;
import org.skywatt.ingest.replay.GribMessages;
import org.skywatt.ingest.replay.ReplayServer;
import org.skywatt.ingest.source.catalog.Sources;
import org.skywatt.ingest.source.dwd.Icon;
import org.skywatt.ingest.source.ecmwf.Ecmwf;
import org.skywatt.ingest.source.metoffice.MetOffice;
import org.skywatt.ingest.source.noaa.Noaa;
import org.skywatt.ingest.source.run.FetchedRun;
import org.skywatt.ingest.source.template.TemplateSource;

/** Each provider's layout, replayed; real files where they are there. */
class ProvidersTest {
  private static final Path SHARED = Path.of(System.getProperty("skywatt.shared", "absent"));
  private static final Instant RUN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant MODIFIED = Instant.parse("2026-06-01T03:00:00Z");
  private static final Duration NOTHING = Duration.ZERO;

  @TempDir private Path folder;
  private ReplayServer server;

  @BeforeEach
  void start() throws IOException {
    server = ReplayServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static byte[] real(String file) throws IOException {
    assumeThat(SHARED.resolve(file)).as("real data").exists();
    return Files.readAllBytes(SHARED.resolve(file));
  }

  @Test
  void ofGfsTheMessagesOfARealRunAreFoundByTheIndex() throws IOException {
    // Temperature, humidity and convective cloud, a message each, for 0, 3, 6 … 384 h.
    List<byte[]> messages = GribMessages.split(real("grib/netcdf_java/berkes.grib2"));
    String[] names = {"TMP:2 m above ground", "RH:2 m above ground", "TCDC:convective cloud layer"};
    for (int step = 0; step < 3; step++) {
      List<byte[]> own = messages.subList(3 * step, 3 * step + 3);
      String path = String.format("/gfs.20110902/06/atmos/gfs.t06z.pgrb2.0p25.f%03d", 3 * step);
      StringBuilder index = new StringBuilder();
      int offset = 0;
      for (int i = 0; i < 3; i++) {
        String at = step == 0 ? "anl" : 3 * step + " hour fcst";
        index.append(i + 1).append(':').append(offset).append(":d=2011090206:");
        index.append(names[i]).append(':').append(at).append(":\n");
        offset += own.get(i).length;
      }
      server.put(path, GribMessages.join(own), MODIFIED);
      server.put(path + ".idx", index.toString().getBytes(UTF_8), MODIFIED);
    }
    Instant run = Instant.parse("2011-09-02T06:00:00Z");
    FetchedRun fetched = Providers.fetch(Noaa.GFS, server, "", folder, run, Duration.ofHours(6));
    assertThat(fetched.refused()).isEmpty();
    assertThat(Providers.names(fetched))
        .containsExactly(
            "gfs.t06z.pgrb2.0p25.f000", "gfs.t06z.pgrb2.0p25.f003", "gfs.t06z.pgrb2.0p25.f006");
    Path third = new ArrayList<>(fetched.files().keySet()).get(2);
    assertThat(Files.readAllBytes(third)).isEqualTo(GribMessages.join(messages.subList(6, 8)));
  }

  @Test
  void ofEcmwfARealStepIsFoundByTheIndex() throws IOException {
    byte[] file = real("grib/ecmwf_ccsds/ecmwf-ifs-oper-surface.grib2");
    String path = "/forecasts/20260310/00z/ifs/0p25/oper/20260310000000-0h-oper-fc";
    StringBuilder index = new StringBuilder();
    int offset = 0;
    List<byte[]> messages = GribMessages.split(file);
    String[] names = {"asn", "ptype", "rsn", "sd", "tcc"};
    for (int i = 0; i < names.length; i++) {
      index.append(
          String.format(
              "{\"domain\": \"g\", \"date\": \"20260310\", \"time\": \"0000\", \"expver\": \"0001\","
                  + " \"class\": \"od\", \"type\": \"fc\", \"stream\": \"oper\", \"step\": \"0\","
                  + " \"levtype\": \"sfc\", \"param\": \"%s\", \"_offset\": %d, \"_length\": %d}%n",
              names[i], offset, messages.get(i).length));
      offset += messages.get(i).length;
    }
    server.put(path + ".grib2", file, MODIFIED);
    server.put(path + ".index", index.toString().getBytes(UTF_8), MODIFIED);
    FetchedRun fetched =
        Providers.fetch(
            Ecmwf.IFS,
            server,
            "/forecasts",
            folder,
            Instant.parse("2026-03-10T00:00:00Z"),
            NOTHING);
    assertThat(fetched.refused()).isEmpty();
    assertThat(fetched.missing()).isEmpty();
    assertThat(Files.readAllBytes(fetched.files().keySet().iterator().next()))
        .isEqualTo(messages.get(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json\n",
        "[]\n",
        "{\"date\": \"20260309\", \"time\": \"0000\", \"step\": \"0\"}\n",
        "{\"date\": \"20260601\", \"time\": \"0000\", \"step\": \"3\"}\n",
        "{\"date\": \"20260601\", \"time\": \"0000\", \"step\": \"0\", \"levtype\": \"sfc\","
            + " \"param\": \"2t\", \"_offset\": -4, \"_length\": 10}\n",
        "{\"date\": \"20260601\", \"time\": \"0000\", \"step\": \"0\", \"levtype\": \"sfc\","
            + " \"param\": \"2t\", \"_offset\": 4}\n"
      })
  void ofEcmwfAnIndexThatCannotBeTrueIsRefused(String index) throws IOException {
    String path = "/20260601/00z/ifs/0p25/oper/20260601000000-0h-oper-fc";
    server.put(path + ".grib2", new byte[100], MODIFIED);
    server.put(path + ".index", index.getBytes(UTF_8), MODIFIED);
    FetchedRun fetched = Providers.fetch(Ecmwf.IFS, server, "", folder, RUN, NOTHING);
    assertThat(fetched.refused()).singleElement().asString().contains("line 1 of its index");
  }

  @Test
  void ofIconAFileAVariableAndStepIsFoundByTheListing() throws IOException {
    for (String variable :
        List.of(
            "aswdir_s",
            "aswdifd_s",
            "clct",
            "clcl",
            "clcm",
            "clch",
            "t_2m",
            "relhum_2m",
            "ps",
            "tot_prec",
            "u_10m",
            "v_10m",
            "vmax_10m")) {
      for (int hour = variable.equals("vmax_10m") ? 1 : 0; hour <= 2; hour++) {
        putIcon(variable, hour, new byte[100 + hour]);
      }
    }
    server.put("/icon-eu/grib/00/t_2m/x.grib2.bz2", new byte[9], MODIFIED);
    FetchedRun fetched = Providers.fetch(Icon.EUROPE, server, "", folder, RUN, Duration.ofHours(1));
    assertThat(fetched.missing()).isEmpty();
    assertThat(fetched.files()).hasSize(25);
    assertThat(fetched.bytes()).isEqualTo(13 * 101 + 12 * 100);
    assertThat(fetched.wholeBytes()).isEqualTo(13 * (101 + 102) + 12 * 100);

    putIcon("ps", 2, new byte[7]);
    FetchedRun next = Providers.fetch(Icon.EUROPE, server, "", folder, RUN, Duration.ofHours(3));
    assertThat(next.missing()).hasSize(13).allMatch(name -> name.contains("_003_"));
    assertThat(next.fetched()).isEqualTo(13);
  }

  private void putIcon(String variable, int hour, byte[] bytes) {
    server.put(
        String.format(
            Locale.ROOT,
            "/icon-eu/grib/00/%s/icon-eu_europe_regular-lat-lon_single-level_2026060100_%03d_%s"
                + ".grib2.bz2",
            variable,
            hour,
            variable.toUpperCase(Locale.ROOT)),
        bytes,
        MODIFIED);
  }

  @Test
  void aListingThatLeadsElsewhereIsNotFollowed() throws IOException {
    server.always(
        "/icon-eu/grib/00/aswdir_s/",
        Fault.body(
            "<a href=\"../../../etc/passwd\">x</a> <a href=\"/etc/passwd\">y</a>".getBytes(UTF_8)));
    // The other folders are not there at all.
    FetchedRun fetched = Providers.fetch(Icon.EUROPE, server, "", folder, RUN, NOTHING);
    assertThat(fetched.isStarted()).isFalse();
    assertThat(server.requests()).noneMatch(request -> request.target().contains("passwd"));
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void ofTheMetOfficeTheBucketIsListedPageByPage() throws IOException {
    String prefix = "/bucket/uk-deterministic-2km/20260601T0000Z/20260601T0000Z-PT0000H00M-";
    for (String name :
        List.of(
            "cloud_amount_of_total_cloud",
            "temperature_at_screen_level",
            "pressure_at_surface",
            "wind_speed_at_10m",
            "wind_direction_at_10m",
            "visibility_at_screen_level")) {
      server.put(prefix + name + ".nc", name.getBytes(UTF_8), MODIFIED);
    }
    FetchedRun fetched = fetchUk();
    assertThat(Providers.names(fetched))
        .hasSize(5)
        .contains("20260601T0000Z-PT0000H00M-wind_speed_at_10m.nc")
        .noneMatch(name -> name.contains("visibility"));
    assertThat(fetched.missing()).hasSize(3);
    assertThat(server.requests("/bucket/")).hasSizeGreaterThan(1);
    assertThat(fetched.wholeBytes()).isGreaterThan(fetched.bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ListBucketResult><Contents><Key>&a;"
            + "</Key></Contents></ListBucketResult>",
        "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;\">]><ListBucketResult><Contents><Key>"
            + "&b;</Key></Contents></ListBucketResult>",
        "<Error><Code>AccessDenied</Code></Error>",
        "<ListBucketResult><Contents><Size>x</Size></Contents></ListBucketResult>",
        "<ListBucketResult>",
        "hello",
        ""
      })
  void aHostileListingIsRefused(String xml) {
    server.always("/bucket/", Fault.body(xml.getBytes(UTF_8)));
    assertThatThrownBy(this::fetchUk)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no listing of a bucket");
  }

  @Test
  void aListingWithoutEndIsCutOff() {
    server.always(
        "/bucket/",
        Fault.body(
            "<ListBucketResult><NextContinuationToken>t</NextContinuationToken></ListBucketResult>"
                .getBytes(UTF_8)));
    assertThatThrownBy(this::fetchUk)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 50 pages");
  }

  private FetchedRun fetchUk() throws IOException {
    return Providers.fetch(MetOffice.UK, server, "/bucket", folder, RUN, NOTHING);
  }

  @Test
  void anyFolderIsFetchedByItsTemplate() throws IOException {
    Source source =
        TemplateSource.of(
            "mine",
            server.address() + "/x/{yyyyMMdd}/{HH}/file_{step:03d}_{valid:HH}.grib2",
            Duration.ofHours(6),
            3);
    server.put("/x/20260601/00/file_000_00.grib2", new byte[10], MODIFIED);
    server.put("/x/20260601/00/file_003_03.grib2", new byte[11], MODIFIED);
    FetchedRun fetched = Providers.fetch(source, server, "", folder, RUN, Duration.ofHours(6));
    assertThat(Providers.names(fetched)).containsExactly("file_000_00.grib2", "file_003_03.grib2");
    assertThat(fetched.missing()).containsExactly("file_006_06.grib2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host",
        "ftp://host/{step}.grib2",
        "https://host/{stop}.grib2",
        "https://host/{yyyyQQ}/x",
        "https://host/{step}/..",
        "https://host/x/.hidden"
      })
  void whatIsNoTemplateIsRefused(String template) {
    assertThatThrownBy(() -> TemplateSource.of("mine", template, Duration.ofHours(6), 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBucketStandsForItsAddress() {
    assertThat(TemplateSource.of("mine", "s3://bucket/{yyyy}/f.nc", Duration.ofHours(6), 1).base())
        .isEqualTo("https://bucket.s3.amazonaws.com");
  }

  /** Addresses as the providers' own pages give them. */
  @ParameterizedTest
  @CsvSource({
    "gfs,2026-06-01T06:00:00Z,3,gfs.20260601/06/atmos/gfs.t06z.pgrb2.0p25.f003",
    "hrrr,2026-06-01T13:00:00Z,18,hrrr.20260601/conus/hrrr.t13z.wrfsfcf18.grib2",
    "ecmwf,2026-05-12T00:00:00Z,24,20260512/00z/ifs/0p25/oper/20260512000000-24h-oper-fc.grib2",
    "ecmwf,2026-05-12T06:00:00Z,24,20260512/06z/ifs/0p25/oper/20260512060000-24h-oper-fc.grib2",
    "ecmwf,2026-05-11T18:00:00Z,24,20260511/18z/ifs/0p25/scda/20260511180000-24h-scda-fc.grib2",
    "ecmwf-ens,2026-05-12T00:00:00Z,24,20260512/00z/ifs/0p25/enfo/20260512000000-24h-enfo-ef.grib2",
    "ecmwf-aifs,2026-05-12T00:00:00Z,24,"
        + "20260512/00z/aifs-single/0p25/oper/20260512000000-24h-oper-fc.grib2",
  })
  void aStepLiesWhereItsProviderSays(String source, Instant run, int hour, String path)
      throws IOException {
    Remote nowhere = new Remote(null, server.address());
    List<RemoteFile> files =
        Sources.find(source).orElseThrow().plan(run, Duration.ofHours(hour), nowhere).files();
    assertThat(files.get(files.size() - 1).path()).isEqualTo(path);
    assertThat(files.get(files.size() - 1).lead()).contains(Duration.ofHours(hour));
  }

  @Test
  void runsAreTakenFromTheClock() {
    Instant now = Instant.parse("2026-06-01T05:59:00Z");
    assertThat(Noaa.GFS.runs(now, 2)).containsExactly(RUN, RUN.minus(Duration.ofHours(6)));
    assertThat(Icon.EUROPE.runs(now, 1)).containsExactly(RUN.plus(Duration.ofHours(3)));
    assertThat(Sources.find("gfs")).contains(Noaa.GFS);
    assertThat(Sources.all()).extracting(Source::id).doesNotHaveDuplicates();
  }
}
