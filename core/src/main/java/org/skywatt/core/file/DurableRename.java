package org.skywatt.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives a finished file its name. */
public final class DurableRename {
  private DurableRename() {}

  /**
   * Renames {@code finished}, whose content is on disk already, to {@code target} in the same file
   * system, in one step and in place of what had that name; a power cut does not undo it.
   */
  public static void move(Path finished, Path target) throws IOException {
    Files.move(
        finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // The rename itself lives in the folder.
    Path folder = target.toAbsolutePath().getParent();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
