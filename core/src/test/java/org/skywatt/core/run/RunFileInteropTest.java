package org.skywatt.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that are not ours read the same from a run file. */
class RunFileInteropTest {
  private static final String READ_WITH_PYARROW =
      """
      import sys, pyarrow as pa
      file = pa.ipc.open_file(pa.memory_map(sys.argv[1]))
      table = file.read_all()
      table.validate(full=True)
      meta = table.schema.metadata
      print(table.num_rows, file.num_record_batches, meta[b"runId"].decode())
      for row in table.to_pylist():
          print(row["siteId"], row["organisation"], row["capacityKw"], row["availableKw"],
                row["inputTier"], row["staleInputs"], *row["values"])
      """;

  @TempDir Path folder;
  private List<SiteForecast> sites;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    sites = RunExamples.sites(20, 4);
    path = RunExamples.write(folder.resolve("run.arrow"), RunExamples.header(), sites, 8);
  }

  @Test
  void arrowJavaReadsIt() throws IOException {
    int row = 0;
    try (RootAllocator allocator = new RootAllocator();
        FileChannel channel = FileChannel.open(path);
        ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      assertThat(root.getSchema().getCustomMetadata()).containsEntry("stepSeconds", "1800");
      assertThat(reader.getMetaData()).containsEntry("sha256", RunFile.open(path).sha256());
      while (reader.loadNextBatch()) {
        VarCharVector ids = (VarCharVector) root.getVector("siteId");
        FixedSizeListVector lists = (FixedSizeListVector) root.getVector("values");
        SmallIntVector values = (SmallIntVector) lists.getDataVector();
        for (int i = 0; i < root.getRowCount(); i++, row++) {
          assertThat(ids.getObject(i)).hasToString(sites.get(row).site().siteId().value());
          short[] block = sites.get(row).block();
          for (int k = 0; k < block.length; k++) {
            assertThat(values.get(lists.getElementStartIndex(i) + k)).isEqualTo(block[k]);
          }
        }
      }
    }
    assertThat(row).isEqualTo(20);
  }

  @Test
  void pyarrowReadsIt() throws Exception {
    Path script = Files.writeString(folder.resolve("read.py"), READ_WITH_PYARROW);
    List<String> lines = run(python(), script.toString(), path.toString());
    assertThat(lines.get(0)).isEqualTo("20 3 20260329T000000Z-test");
    assertThat(lines).hasSize(21);
    for (int i = 0; i < 20; i++) {
      RunSite site = sites.get(i).site();
      StringBuilder expected = new StringBuilder();
      expected.append(site.siteId()).append(' ').append(site.organisation());
      expected.append(' ').append(site.capacityKw()).append(' ').append(site.availableKw());
      expected.append(' ').append(site.inputTier().ordinal());
      expected.append(' ').append(StaleInput.toBits(site.staleInputs()));
      for (short value : sites.get(i).block()) {
        expected.append(' ').append(value);
      }
      assertThat(lines.get(i + 1)).isEqualTo(expected.toString());
    }
  }

  /** A Python that has pyarrow: one that is there, or a fresh environment from the registry. */
  private String python() throws Exception {
    String given = System.getProperty("skywatt.python", "python3");
    if (succeeds(given, "-c", "import pyarrow")) {
      return given;
    }
    Path environment = Path.of("target", "pyarrow").toAbsolutePath();
    String own = environment.resolve("bin/python").toString();
    if (!succeeds(own, "-c", "import pyarrow")) {
      boolean installed =
          succeeds("python3", "-m", "venv", environment.toString())
              && succeeds(own, "-m", "pip", "-q", "install", "pyarrow>=15");
      Assumptions.assumeTrue(installed, "pyarrow cannot be installed here: not checked with it");
    }
    return own;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> lines;
    try (var reader = process.inputReader()) {
      lines = reader.lines().toList();
    }
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
