package org.skywatt.ingest.zarr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A store in a zip file, at its root or in a folder of it. */
final class ZipStore implements ZarrStore {
  private static final List<String> ROOTS =
      List.of(".zmetadata", ".zgroup", "zarr.json", ".zarray");

  private final ZipFile zip;
  private final String root;

  ZipStore(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    Optional<String> found =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> ROOTS.contains(name.substring(name.lastIndexOf('/') + 1)))
            .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
            .min((one, other) -> Integer.compare(one.length(), other.length()));
    if (found.isEmpty()) {
      zip.close();
      throw new IOException("a zip file without a Zarr store; unpack it");
    }
    root = found.get();
  }

  @Override
  public long size(String key) {
    ZipEntry entry = zip.getEntry(root + key);
    return entry == null || entry.isDirectory() ? -1 : entry.getSize();
  }

  @Override
  public byte[] read(String key, long from, int length) throws IOException {
    ZipEntry entry = zip.getEntry(root + key);
    try (InputStream in = zip.getInputStream(entry)) {
      in.skipNBytes(from);
      byte[] bytes = in.readNBytes(length);
      if (bytes.length != length) {
        throw new IOException(key + " is truncated");
      }
      return bytes;
    }
  }

  @Override
  public List<String> keysNamed(List<String> names) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(root))
        .map(name -> name.substring(root.length()))
        .filter(name -> names.contains(name.substring(name.lastIndexOf('/') + 1)))
        .sorted()
        .toList();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
