package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of files that could not be read, or not wholly, each as a copy beside a text that says
 * why. The source's own file is never touched.
 */
public final class Quarantine {
  private final Path folder;

  public Quarantine(Path folder) {
    this.folder = folder;
  }

  /** Keeps {@code file} if it failed or had refused rows; does nothing otherwise. */
  void keep(Path file, String sha256, String failure, List<String> reasons) throws IOException {
    if (failure == null && reasons.isEmpty()) {
      return;
    }
    Files.createDirectories(folder);
    String name = sha256.substring(0, 12) + "-" + file.getFileName();
    if (failure != null) {
      Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> lines = new ArrayList<>();
    if (failure != null) {
      lines.add(failure);
    }
    lines.addAll(reasons);
    Files.write(folder.resolve(name + ".reasons.txt"), lines);
  }
}
