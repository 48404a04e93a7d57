package org.skywatt.core.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.skywatt.core.file.DurableRename;
import org.skywatt.core.site.SiteId;

/**
 * Writes a run file site by site, with one record batch in memory. The file is written under a
 * temporary name beside its target; {@link #commit()} makes it durable and gives it its name in one
 * step, {@link #close()} without a commit leaves nothing. The same header and sites in the same
 * batches give the same bytes. Not safe for threads.
 *
 * <pre>{@code
 * try (RunFileWriter writer = RunFileWriter.create(file, header)) {
 *   for (SiteForecast each : forecastsBySiteId) {
 *     writer.add(each);
 *   }
 *   writer.commit();
 * }
 * }</pre>
 */
public final class RunFileWriter implements AutoCloseable {
  private static final int DEFAULT_BATCH_BYTES = 64 << 20;
  private static final int MAX_BATCH_BYTES = 1 << 30;
  private static final int MAX_BATCH_SITES = 1 << 16;

  private final Path target;
  private final Path temporary;
  private final RunHeader header;
  private final FileChannel channel;
  private final BufferAllocator allocator;
  private final RunBatch batch;
  private final ArrowFileWriter writer;
  private final Map<String, String> footer = new HashMap<>();
  private final Map<String, SiteAdjustment> adjustments = new LinkedHashMap<>();
  private final ContentHash hash;
  private final ByteBuffer block;
  private SiteId last;
  private boolean ended;

  private RunFileWriter(Path target, RunHeader header, int sitesPerBatch) throws IOException {
    this.target = target;
    this.header = header;
    this.temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    this.hash = new ContentHash(header);
    this.block =
        ByteBuffer.allocate(2 * header.steps() * header.channels()).order(ByteOrder.LITTLE_ENDIAN);
    this.channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.allocator = new RootAllocator();
    this.batch = new RunBatch(allocator, header, sitesPerBatch);
    this.writer = new ArrowFileWriter(batch.root(), null, channel, footer);
    try {
      writer.start();
    } catch (IOException | RuntimeException e) {
      // A disk that is full, say: nobody gets this object, so nobody closes it.
      close();
      throw e;
    }
  }

  /**
   * Starts a file with record batches of about 64 MiB.
   *
   * @throws IOException if the folder does not exist or cannot be written
   */
  public static RunFileWriter create(Path target, RunHeader header) throws IOException {
    long fitting = DEFAULT_BATCH_BYTES / RunBatch.bytesPerSite(header);
    return create(target, header, (int) Math.max(1, Math.min(fitting, MAX_BATCH_SITES)));
  }

  /**
   * Starts a file.
   *
   * @param sitesPerBatch sites in a record batch, which is held in memory and must stay below 1 GiB
   */
  public static RunFileWriter create(Path target, RunHeader header, int sitesPerBatch)
      throws IOException {
    if (sitesPerBatch < 1
        || sitesPerBatch > MAX_BATCH_SITES
        || sitesPerBatch * RunBatch.bytesPerSite(header) > MAX_BATCH_BYTES) {
      throw new IllegalArgumentException(
          sitesPerBatch + " sites a batch: must be 1 to " + MAX_BATCH_SITES + " and below 1 GiB");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": folder for run files does not exist; create it first");
    }
    return new RunFileWriter(target.toAbsolutePath(), header, sitesPerBatch);
  }

  /**
   * Adds the next site.
   *
   * @throws IllegalArgumentException if its id does not come after that of the site before it, or
   *     its steps or levels are not the header's
   */
  public void add(SiteForecast forecast) throws IOException {
    if (ended) {
      throw new IllegalStateException(target + ": already committed or closed");
    }
    RunSite site = forecast.site();
    if (last != null && site.siteId().compareTo(last) <= 0) {
      throw new IllegalArgumentException(
          "site " + site.siteId() + " comes after " + last + ": add each site once, sorted by id");
    }
    if (forecast.steps() != header.steps() || !forecast.levels().equals(header.levels())) {
      throw new IllegalArgumentException(
          "site "
              + site.siteId()
              + " has "
              + forecast.steps()
              + " steps of levels "
              + forecast.levels()
              + "; the run has "
              + header.steps()
              + " of "
              + header.levels());
    }
    if (batch.isFull()) {
      writeBatch();
    }
    block.clear();
    block.asShortBuffer().put(forecast.block());
    hash.update(site, block.duplicate());
    batch.add(site, block);
    site.adjustment().ifPresent(each -> adjustments.put(site.siteId().value(), each));
    last = site.siteId();
  }

  /**
   * Ends the file, makes it durable and renames it to its target. A target that exists is left
   * alone: that is well if it holds the same bytes, and refused otherwise.
   *
   * @return the SHA-256 of the content, hexadecimal
   * @throws FileAlreadyExistsException if another run has the target's name
   */
  public String commit() throws IOException {
    if (ended) {
      throw new IllegalStateException(target + ": already committed or closed");
    }
    if (!batch.isEmpty()) {
      writeBatch();
    }
    String adjusted = SiteAdjustment.text(adjustments);
    if (!adjusted.isEmpty()) {
      footer.put(RunMetadata.ADJUSTMENTS, adjusted);
    }
    String sha256 = hash.finish(adjusted);
    footer.put(RunMetadata.SHA256, sha256);
    writer.end();
    channel.force(true);
    if (Files.exists(target)) {
      if (Files.mismatch(temporary, target) != -1) {
        throw new FileAlreadyExistsException(
            target.toString(), null, "another run has this name; run files are never changed");
      }
    } else {
      DurableRename.move(temporary, target);
    }
    ended = true;
    return sha256;
  }

  private void writeBatch() throws IOException {
    batch.seal();
    writer.writeBatch();
    batch.clear();
  }

  /** Frees memory and removes the temporary file, if there still is one. */
  @Override
  public void close() throws IOException {
    ended = true;
    try (allocator;
        batch;
        channel) {
      Files.deleteIfExists(temporary);
    }
  }
}
