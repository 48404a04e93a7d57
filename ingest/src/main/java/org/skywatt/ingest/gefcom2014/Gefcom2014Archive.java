package org.skywatt.ingest.gefcom2014;

import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.skywatt.core.file.DurableRename;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * The competition's own archive, as supplementary material to Hong and others 2016: {@code
 * GEFCom2014-S_V2.zip} and {@code GEFCom2014-W_V2.zip}, or the zip that holds them. The solar track
 * has {@code Solar/Task N/predictorsN.csv} and {@code trainN.csv}; the wind track has {@code
 * Wind/Task N/TaskN_W_Zone1_10.zip} (weather and power of a zone, up to the task's month) and
 * {@code TaskExpVarsN_W_Zone1_10.zip} (weather of the month), each with a file a zone; both have
 * the power of task 15's month in a folder of its own. Only the last part of a name counts, and
 * nothing is ever written where a name says.
 */
public final class Gefcom2014Archive {
  private static final int DEEPEST = 3;
  private static final int MOST_FILES = 5_000;
  private static final long MOST_BYTES = 4L << 30;

  private final Path archive;
  private final TaskTables tables;
  private final long mostBytes;
  private long bytes;
  private int files;

  private Gefcom2014Archive(Path archive, String track, long mostBytes) {
    this.archive = archive;
    this.mostBytes = mostBytes;
    this.tables = new TaskTables(archive, track);
  }

  /**
   * Writes a track as the one table that {@link Gefcom2014Files} reads, gzipped.
   *
   * @param track {@code solar} or {@code wind}
   * @throws IOException if the archive is damaged, too big, or lacks a file of the track
   */
  public static void toTable(Path archive, String track, Path target) throws IOException {
    toTable(archive, track, target, MOST_BYTES);
  }

  /**
   * @param mostBytes that it may unpack to
   */
  static void toTable(Path archive, String track, Path target, long mostBytes) throws IOException {
    Gefcom2014Archive reader = new Gefcom2014Archive(archive, track, mostBytes);
    try (InputStream in = Files.newInputStream(archive)) {
      reader.visit(in, "", 1);
    } catch (ZipException | java.io.EOFException e) {
      throw new UnreadableFileException(archive, "", "a damaged zip: " + e.getMessage(), e);
    }
    reader.tables.requireWhole();
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path unfinished = Files.createTempFile(parent, ".unfinished", ".csv.gz");
    try {
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(unfinished)),
                  StandardCharsets.UTF_8))) {
        reader.tables.write(out);
      }
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      DurableRename.move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void visit(InputStream in, String within, int depth) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      throw new UnreadableFileException(archive, within, "not a zip, or an empty one");
    }
    for (; entry != null; entry = zip.getNextEntry()) {
      if (++files > MOST_FILES) {
        throw new UnreadableFileException(archive, within, "more than " + MOST_FILES + " files");
      }
      String name = entry.getName();
      String last = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
      if (entry.isDirectory()) {
        continue;
      }
      if (last.endsWith(".zip") && tables.mayHold(last)) {
        if (depth == DEEPEST) {
          throw new UnreadableFileException(archive, name, "zips within zips within zips");
        }
        visit(counted(zip), name, depth + 1);
      } else if (tables.wants(name)) {
        tables.read(name, counted(zip));
      }
    }
  }

  /** Counts what is unpacked, which no end of zips may make endless. */
  private InputStream counted(ZipInputStream zip) {
    return new FilterInputStream(zip) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        bytes += Math.max(0, read);
        if (bytes > mostBytes) {
          throw new UnreadableFileException(
              archive, "", "unpacks to more than " + (mostBytes >> 20) + " MB");
        }
        return read;
      }

      @Override
      public void close() {
        // The zip goes on with its next entry.
      }
    };
  }
}
