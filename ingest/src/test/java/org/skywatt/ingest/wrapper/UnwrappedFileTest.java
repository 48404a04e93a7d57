package org.skywatt.ingest.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.ingest.file.UnreadableFileException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnwrappedFileTest {
  private static final byte[] CONTENT = new byte[200_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  @TempDir private Path folder;

  private static byte[] pack(String kind, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (kind) {
          case "gz" -> new GZIPOutputStream(packed);
          case "bz2" -> new BZip2CompressorOutputStream(packed);
          default -> new XZOutputStream(packed, new LZMA2Options(0));
        }) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz"})
  void unpacksFilesOfOneOrMoreMembersAndLeavesNothing(String kind) throws IOException {
    byte[] once = pack(kind, CONTENT);
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(once);
    twice.write(once);
    Path file = Files.write(folder.resolve("a name that says nothing"), twice.toByteArray());
    Path content;
    try (UnwrappedFile unwrapped = UnwrappedFile.find(file).orElseThrow()) {
      content = unwrapped.content();
      byte[] read = Files.readAllBytes(content);
      assertThat(read).hasSize(2 * CONTENT.length);
      assertThat(Arrays.copyOfRange(read, CONTENT.length, read.length)).isEqualTo(CONTENT);
    }
    assertThat(content).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bz2", "xz"})
  void refusesTruncatedAndCorruptFilesInOneLine(String kind) throws IOException {
    byte[] packed = pack(kind, CONTENT);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(packed, packed.length / 2));
    assertThatThrownBy(() -> UnwrappedFile.find(cut))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("truncated or corrupt")
        .hasMessageContaining("fetch it again");
    packed[packed.length / 3] ^= 0x55;
    Path corrupt = Files.write(folder.resolve("corrupt"), packed);
    assertThatThrownBy(() -> UnwrappedFile.find(corrupt))
        .isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void refusesWhatUnpacksBeyondItsLimit() throws IOException {
    Path file = Files.write(folder.resolve("bomb"), pack("gz", new byte[1 << 20]));
    assertThatThrownBy(() -> UnwrappedFile.unwrap(file, Wrapping.GZIP, 1 << 18))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("larger than 262144 bytes");
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    assertThat(UnwrappedFile.find(Files.writeString(folder.resolve("t"), "GRIB"))).isEmpty();
  }
}
