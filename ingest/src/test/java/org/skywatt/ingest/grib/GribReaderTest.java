package org.skywatt.ingest.grib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.file.UnreadableFileException;

/** Real files against ecCodes; broken ones against their one clear line. */
class GribReaderTest {
  @TempDir Path folder;

  private static Path shared(String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), "grib", name);
    assumeTrue(Files.exists(file), "needs the shared file grib/" + name);
    return file;
  }

  @Test
  void turnsAlternateRows() throws IOException {
    Path file = shared("cfgrib/alternate-scanning.grib");
    Field field = GribFields.of(file).fields.get(0);
    // ecCodes 2.28 prints such a field in scan order beside positions that all run eastwards, so
    // only its values are golden; the order is that of flag table 3.4, bit 4.
    List<EcCodes.Point> scanned = EcCodes.data(file).get(0);
    int nx = field.grid().columns();
    for (int i = 0; i < scanned.size(); i++) {
      int row = i / nx;
      int column = row % 2 == 0 ? i % nx : nx - 1 - i % nx;
      assertThat((double) field.values()[row * nx + column])
          .isCloseTo(scanned.get(i).value(), within(1e-3));
    }
  }

  @Test
  void goesOnAfterABrokenMessage() throws IOException {
    byte[] whole = Files.readAllBytes(shared("cfgrib/hpa_and_pa.grib"));
    int second = indexOf(whole, 4);
    byte[] corrupt = whole.clone();
    corrupt[second + 16 + 3] = 99; // length of section 1 of the second message
    GribFields fields = GribFields.of(Files.write(folder.resolve("corrupt.grib2"), corrupt));
    assertThat(fields.fields).hasSize(2);
    assertThat(fields.refused).hasSize(1);
    assertThat(fields.refused.get(0))
        .hasMessageContaining("message 1, field 1")
        .hasMessageContaining("corrupt");
  }

  @Test
  void saysWhereAFileIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(shared("cfgrib/hpa_and_pa.grib"));
    Path cut = Files.write(folder.resolve("cut.grib2"), Arrays.copyOf(whole, whole.length - 60));
    List<Field> read = new ArrayList<>();
    assertThatThrownBy(() -> GribReader.read(cut, read::add))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("cut.grib2, message 2 at byte")
        .hasMessageContaining("truncated");
    assertThat(read).hasSize(2);
  }

  @Test
  void readsBothEditionsBetweenOtherBytes() throws IOException {
    byte[] second = Files.readAllBytes(shared("pygrib/regular_latlon_surface.grib2"));
    byte[] first = Files.readAllBytes(shared("pygrib/regular_latlon_surface.grib1"));
    Path mixed = folder.resolve("mixed.grib");
    Files.writeString(mixed, "SDUS53 KMKX 010000\r\r\n");
    Files.write(mixed, second, StandardOpenOption.APPEND);
    Files.writeString(mixed, "\0\0NNNN", StandardOpenOption.APPEND);
    Files.write(mixed, first, StandardOpenOption.APPEND);
    List<Field> fields = GribFields.of(mixed).fields;
    assertThat(fields).hasSize(2);
    assertThat(fields.get(0).header().code().parameter()).isEqualTo("0.0.0");
    assertThat(fields.get(1).header().code().parameter()).isEqualTo("128.167");
    assertThat(fields.get(1).index()).isEqualTo(1);
  }

  /** ECMWF's lengths above 8 MB: 2,000 x 2,201 points of 16 bits, 8.8 MB. */
  @Test
  void readsLongMessagesOfEdition1() throws IOException {
    byte[] message = longMessage(2000, 2201);
    Path file = Files.write(folder.resolve("long.grib1"), message);
    Field field = GribFields.of(file).fields.get(0);
    assertThat(field.grid().columns()).isEqualTo(2000);
    assertThat(field.values()).hasSize(4_402_000);
    assertThat(field.values()[4_401_999]).isEqualTo(4_401_999 % 60_000);
    byte[] cut = Arrays.copyOf(message, message.length - 9);
    assertThat(GribFields.of(Files.write(folder.resolve("cut.grib1"), cut)).refused.get(0))
        .hasMessageContaining("truncated");
  }

  private static byte[] longMessage(int columns, int rows) {
    int data = 11 + 2 * columns * rows;
    ByteBuffer message = ByteBuffer.allocate(8 + 28 + 32 + data + 4);
    int units = (message.capacity() + 119) / 120;
    message.putInt(0x47524942).putInt((0x800000 | units) << 8 | 1);
    byte[] product = new byte[28];
    product[2] = 28;
    product[3] = 2;
    product[4] = 98;
    product[7] = (byte) 0x80;
    product[9] = 1;
    product[12] = 26;
    product[13] = 11;
    product[14] = 24;
    product[17] = 1;
    product[24] = 21;
    message.put(product);
    message.put(new byte[] {0, 0, 32, 0, (byte) 255, 0});
    message.putShort((short) columns).putShort((short) rows);
    put24(message, 90_000, 0);
    message.put((byte) 0);
    put24(message, 0x800000 | 90_000, 359_000);
    message.putInt(0).put((byte) 0).putInt(0);
    int excess = units * 120 - message.capacity() + 4;
    put24(message, excess);
    message.put((byte) 0).putShort((short) 0).putInt(0).put((byte) 16);
    for (int i = 0; i < columns * rows; i++) {
      message.putShort((short) (i % 60_000));
    }
    return message.putInt(0x37373737).array();
  }

  private static void put24(ByteBuffer message, int... values) {
    for (int value : values) {
      message.put((byte) (value >> 16)).putShort((short) value);
    }
  }

  @Test
  void refusesWhatIsNotGrib() throws IOException {
    Path text = Files.writeString(folder.resolve("run.grib2"), "<html>404 not found</html>");
    Path empty = Files.write(folder.resolve("empty.grib2"), new byte[0]);
    assertThatThrownBy(() -> GribFields.of(text)).hasMessageContaining("not a GRIB file");
    assertThatThrownBy(() -> GribFields.of(empty)).hasMessageContaining("empty");
    assertThatThrownBy(() -> GribFields.of(folder.resolve("no.grib2")))
        .hasMessageContaining("no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfgrib/spherical_harmonics.grib", "netcdf_java/ofs_atl.grib2"})
  void refusesUnknownKindsByName(String name) throws IOException {
    GribFields fields = GribFields.of(shared(name));
    assertThat(fields.fields).isEmpty();
    assertThat(fields.refused).isNotEmpty();
    assertThat(fields.refused.get(0)).hasMessageContaining("is not supported");
  }

  private static int indexOf(byte[] bytes, int from) {
    for (int i = from; ; i++) {
      if (bytes[i] == 'G' && bytes[i + 1] == 'R' && bytes[i + 2] == 'I' && bytes[i + 3] == 'B') {
        return i;
      }
    }
  }
}
