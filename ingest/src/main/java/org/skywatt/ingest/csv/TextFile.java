package org.skywatt.ingest.csv;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A UTF-8 text file, gzip-compressed or not (told by its first bytes, not its name). Refuses bytes
 * that text does not have, and lines beyond any table's, before they fill memory.
 */
final class TextFile extends FilterReader {
  private static final int LONGEST_LINE = 1 << 16;

  private final Path file;
  private long line = 1;
  private int column;

  private TextFile(Path file, Reader in) {
    super(in);
    this.file = file;
  }

  static TextFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFileException(file, "", "no such file");
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream bytes = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
      return new TextFile(
          file,
          new InputStreamReader(
              bytes,
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)));
    } catch (IOException e) {
      raw.close();
      throw new UnreadableFileException(file, "", "cannot be decompressed: " + e.getMessage(), e);
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new UnreadableFileException(
          file, "after line " + line, "not a text file in UTF-8, or cut off: " + e, e);
    }
    for (int i = offset; i < offset + count; i++) {
      char c = buffer[i];
      if (c == 0) {
        throw new UnreadableFileException(
            file, "line " + line, "not a text file: it holds a zero byte; save it as CSV in UTF-8");
      }
      if (c == '\n') {
        line++;
        column = 0;
      } else if (++column > LONGEST_LINE) {
        throw new UnreadableFileException(
            file, "line " + line, "longer than " + LONGEST_LINE + " characters: not a CSV table");
      }
    }
    return count;
  }
}
