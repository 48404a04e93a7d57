package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time look at what a table has and add what it lacks: between the two, the
 * catalog would let another add the same. The lock on a file is the operating system's, so a
 * process that is killed holds nothing.
 */
final class WriterLock {
  private static final Map<Path, ReentrantLock> WITHIN_THIS_PROCESS = new ConcurrentHashMap<>();

  private WriterLock() {}

  /**
   * Waits until no other writer holds the lock, and does {@code work}.
   *
   * @param file made where it is not there, and never removed
   */
  static void holding(Path file, Warehouse.Work work) throws IOException {
    ReentrantLock own =
        WITHIN_THIS_PROCESS.computeIfAbsent(file.toAbsolutePath(), unused -> new ReentrantLock());
    own.lock();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException(file + ": cannot be locked");
        }
        work.run();
      }
    } finally {
      own.unlock();
    }
  }
}
