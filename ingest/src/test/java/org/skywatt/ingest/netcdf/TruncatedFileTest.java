package org.skywatt.ingest.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.file.UnreadableFileException;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.NetcdfFile;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/** NetCDF-3 that was cut off: by itself NetCDF-Java tells values that the file does not hold. */
class TruncatedFileTest {
  private static final int SIZE = 10_000;

  @TempDir Path folder;

  private Path whole() throws IOException, InvalidRangeException {
    Path file = folder.resolve("whole.nc");
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(NetcdfFileWriter.Version.netcdf3, file.toString());
    try {
      writer.addDimension(null, "x", SIZE);
      Variable variable = writer.addVariable(null, "v", DataType.FLOAT, "x");
      writer.create();
      float[] values = new float[SIZE];
      Arrays.fill(values, 0.5f);
      writer.write(variable, Array.factory(values));
    } finally {
      writer.close();
    }
    return file;
  }

  @Test
  void aWholeFileIsRead() throws IOException, InvalidRangeException {
    try (NetcdfFile file = NetcdfFiles.open(whole())) {
      assertThat(file.findVariable("v").read().getFloat(SIZE - 1)).isEqualTo(0.5f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 39_000, 40_000})
  void aFileThatWasCutOffIsRefused(int bytes) throws IOException, InvalidRangeException {
    Path cut =
        Files.write(folder.resolve("cut.nc"), Arrays.copyOf(Files.readAllBytes(whole()), bytes));
    assertThatThrownBy(() -> NetcdfFiles.open(cut))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("truncated");
  }
}
