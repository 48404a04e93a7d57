package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.skywatt.core.grid.Grid;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.CropWriter;
import org.skywatt.ingest.crop.FileStamp;
import org.skywatt.ingest.crop.ServedArea;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.meaning.Meaning;
import org.skywatt.ingest.meaning.UnknownUnitException;
import org.skywatt.ingest.nwp.FieldSampler;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.reader.FieldFiles;

/**
 * Reads a share of a file and keeps what of its fields is used, cropped. Holds one field at a time.
 * Shipped to Spark tasks.
 *
 * @param crops folder of the kept fields, as every machine sees it
 */
record ShareReader(String crops, ServedArea area, NwpSource source, Instant takenAt)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_REFUSED = 1000;

  TakenShare read(Share share, NwpFile file, String sha256) {
    Path path = Path.of(file.path());
    Reading reading = new Reading(share, path);
    try {
      BasicFileAttributes before = attributes(path);
      FileStamp stamp =
          new FileStamp(
              path.getFileName().toString(),
              sha256,
              file.published(),
              source.publicationDelay(),
              takenAt,
              before.lastModifiedTime().toInstant());
      try (CropWriter writer =
          new CropWriter(
              new CropFolder(Path.of(crops)), area, source.name(), stamp, share.part())) {
        reading.writer = writer;
        FieldFiles.read(path, reading);
        BasicFileAttributes after = attributes(path);
        if (before.size() != after.size()
            || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
          throw new UnreadableFileException(
              path, "", "changed while it was read: ingest it again when it is whole");
        }
        return reading.taken(writer.finish());
      }
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      return new TakenShare(share, Set.of(), 0, null, new TreeMap<>(), why);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  private static final class Reading implements FieldHandler {
    private final Share share;
    private final Path file;
    private final TreeMap<Integer, String> refused = new TreeMap<>();
    private CropWriter writer;
    private long wanted;
    private long beside;
    private long kept;
    private Instant availableAt;

    Reading(Share share, Path file) {
      this.share = share;
      this.file = file;
    }

    @Override
    public boolean wants(FieldHeader header, Grid grid) {
      if (!FieldSampler.wants(header)) {
        return false;
      }
      if (!writer.covers(grid)) {
        beside++;
        return false;
      }
      return wanted++ % share.parts() == share.part();
    }

    @Override
    public void field(Field field) throws IOException {
      if (!hasKnownUnit(field)) {
        return;
      }
      writer.add(field, Meaning.findMember(field.header().member()).orElseThrow());
      kept++;
      Instant known = writer.availableAt(field.header().initTime());
      availableAt = availableAt == null || known.isAfter(availableAt) ? known : availableAt;
    }

    private boolean hasKnownUnit(Field field) {
      try {
        return Meaning.find(field.header()).isPresent();
      } catch (UnknownUnitException e) {
        refused(field.index(), new UnreadableFileException(file, field.where(), e.getMessage()));
        return false;
      }
    }

    @Override
    public void refused(int field, UnreadableFileException reason) {
      if (refused.size() < MOST_REFUSED) {
        refused.putIfAbsent(field, reason.getMessage());
      }
    }

    TakenShare taken(Set<RunKey> runs) throws UnreadableFileException {
      if (wanted == 0) {
        String why =
            beside > 0
                ? "covers none of the sites"
                : refused.isEmpty()
                    ? "holds none of the variables that are used"
                    : "nothing of it can be used: " + refused.firstEntry().getValue();
        throw new UnreadableFileException(file, "", why);
      }
      return new TakenShare(share, runs, kept, availableAt, refused, null);
    }
  }
}
