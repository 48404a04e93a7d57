package org.skywatt.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.skywatt.core.arrow.ArrowFooter;
import org.skywatt.core.site.SiteId;

/**
 * A run file mapped into memory. Opening reads only its footer; a site is found by binary search
 * and its values are taken from the mapping. Safe for threads. The mapping is given back when the
 * object is no longer reachable, so that whoever still reads an old run finishes in peace.
 *
 * <p>A file that is cut short while it is mapped ends in {@link RunFileException}.
 */
public final class RunFile implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "siteId",
          "organisation",
          "capacityKw",
          "availableKw",
          "inputTier",
          "staleInputs",
          "values");

  /** Looks at the sites of a run one after the other. */
  @FunctionalInterface
  public interface SiteVisitor {
    /**
     * @param block step by step the mean and the quantiles as {@link RunHeader} scales them; valid
     *     during the call only
     */
    void visit(
        String siteId,
        String organisation,
        double capacityKw,
        InputTier tier,
        Set<StaleInput> stale,
        ShortBuffer block);
  }

  private final Path path;
  private final RunHeader header;
  private final String sha256;
  private final Map<String, SiteAdjustment> adjustments;
  private final List<MappedBatch> batches;
  private final int[] firstSite;
  private volatile boolean closed;

  private RunFile(
      Path path,
      RunHeader header,
      String sha256,
      Map<String, SiteAdjustment> adjustments,
      List<MappedBatch> batches) {
    this.path = path;
    this.header = header;
    this.sha256 = sha256;
    this.adjustments = adjustments;
    this.batches = List.copyOf(batches);
    this.firstSite = new int[batches.size() + 1];
    for (int i = 0; i < batches.size(); i++) {
      firstSite[i + 1] = Math.addExact(firstSite[i], batches.get(i).rows());
    }
  }

  /**
   * Maps a run file and checks its structure: header, columns, and that every column lies within
   * the file. {@link #verifyChecksum()} checks the values too.
   *
   * @throws IOException if the file does not exist or cannot be read
   * @throws RunFileException if it is not a whole run file of this format version
   */
  public static RunFile open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ArrowFooter footer = ArrowFooter.read(channel);
      Map<String, String> metadata = footer.metadata("run file", COLUMNS);
      RunHeader header = RunMetadata.parse(metadata);
      String sha256 = metadata.get(RunMetadata.SHA256);
      if (sha256 == null) {
        throw new IllegalArgumentException("metadata sha256 is missing");
      }
      String adjusted = metadata.get(RunMetadata.ADJUSTMENTS);
      RunFile file =
          new RunFile(
              path,
              header,
              sha256,
              adjusted == null ? Map.of() : SiteAdjustment.parse(adjusted),
              footer.mapBatches(
                  (batch, body) ->
                      new MappedBatch(batch, body, header.steps() * header.channels())));
      file.requireOrderedBatches();
      return file;
    } catch (RuntimeException | InternalError e) {
      throw new RunFileException(path, describe(e), e);
    }
  }

  private void requireOrderedBatches() {
    SiteId last = null;
    for (MappedBatch batch : batches) {
      SiteId first = batch.siteId(0);
      if (last != null && first.compareTo(last) <= 0) {
        throw new IllegalArgumentException("site " + first + " follows " + last + ": not sorted");
      }
      last = batch.siteId(batch.rows() - 1);
    }
  }

  public Path path() {
    return path;
  }

  public RunHeader header() {
    return header;
  }

  /** The SHA-256 of the content as the file states it, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public int siteCount() {
    return firstSite[batches.size()];
  }

  /** The id of site {@code index} in ascending order, from 0 to {@code siteCount − 1}. */
  public SiteId siteIdAt(int index) {
    return read(() -> batchOf(index).siteId(index - firstSite[batchIndex(index)]));
  }

  /** Site {@code index} in ascending order of ids, from 0 to {@code siteCount − 1}. */
  public SiteForecast get(int index) {
    return read(() -> forecast(batchOf(index), index - firstSite[batchIndex(index)]));
  }

  /** The forecast of a site, if the run has it. */
  public Optional<SiteForecast> find(SiteId id) {
    return read(
        () -> {
          if (batches.isEmpty()) {
            return Optional.<SiteForecast>empty();
          }
          byte[] wanted = id.value().getBytes(UTF_8);
          int low = 0;
          int high = batches.size() - 1;
          while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (batches.get(middle).compareId(0, wanted) <= 0) {
              low = middle;
            } else {
              high = middle - 1;
            }
          }
          MappedBatch batch = batches.get(low);
          int row = batch.find(wanted);
          return row < 0 ? Optional.<SiteForecast>empty() : Optional.of(forecast(batch, row));
        });
  }

  /** Shows every site to {@code visitor}, ascending by id, without a copy of its values. */
  public void scan(SiteVisitor visitor) {
    read(
        () -> {
          batches.forEach(batch -> batch.scan(visitor));
          return null;
        });
  }

  /**
   * Reads the whole file.
   *
   * @throws RunFileException if the content does not have the checksum that the file states, or
   *     sites are not sorted
   */
  public void verifyChecksum() {
    String found =
        read(
            () -> {
              ContentHash hash = new ContentHash(header);
              SiteId last = null;
              for (MappedBatch batch : batches) {
                for (int row = 0; row < batch.rows(); row++) {
                  RunSite site = batch.site(row);
                  if (last != null && site.siteId().compareTo(last) <= 0) {
                    throw new IllegalArgumentException("sites are not sorted at " + site.siteId());
                  }
                  hash.update(site, batch.block(row));
                  last = site.siteId();
                }
              }
              return hash.finish(SiteAdjustment.text(adjustments));
            });
    if (!found.equals(sha256)) {
      throw new RunFileException(
          path, "content has SHA-256 " + found + ", but the file states " + sha256);
    }
  }

  /** Refuses further reading; forecasts already taken stay valid. */
  @Override
  public void close() {
    closed = true;
  }

  private SiteForecast forecast(MappedBatch batch, int row) {
    RunSite site = batch.site(row);
    return new SiteForecast(
        site.adjusted(adjustments.get(site.siteId().value())), header.levels(), batch.values(row));
  }

  private MappedBatch batchOf(int index) {
    return batches.get(batchIndex(index));
  }

  private int batchIndex(int index) {
    if (index < 0 || index >= siteCount()) {
      throw new IndexOutOfBoundsException("site " + index + " of " + siteCount());
    }
    int batch = Arrays.binarySearch(firstSite, index);
    return batch >= 0 ? batch : -batch - 2;
  }

  /** Every access to mapped memory goes through here. */
  private <T> T read(Supplier<T> access) {
    if (closed) {
      throw new IllegalStateException(path + ": run file is closed");
    }
    try {
      return access.get();
    } catch (InternalError | IllegalArgumentException e) {
      throw new RunFileException(path, describe(e), e);
    }
  }

  private static String describe(Throwable problem) {
    if (problem instanceof InternalError) {
      return "the file was cut short while it was mapped";
    }
    return problem instanceof IllegalArgumentException
        ? problem.getMessage()
        : "the file is damaged (" + problem + ")";
  }
}
