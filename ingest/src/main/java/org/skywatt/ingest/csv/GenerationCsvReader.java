package org.skywatt.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Site;

/**
 * Reads metered generation: {@code site_id,start,end,power_kw[,available_at][,status]}, one row an
 * interval {@code (start, end]}, times in ISO-8601 with {@code Z} or an offset, power as mean AC
 * kW, status {@code ok}, {@code outage} or {@code curtailed}.
 *
 * <p>Rows that cannot be understood are refused and listed; the rest is kept. Power that is missing
 * or implausible is kept and flagged. Immutable and safe for threads.
 */
public final class GenerationCsvReader {
  /** Meters read above their plant's capacity by a few percent; beyond this they are wrong. */
  private static final double MOST_OF_CAPACITY = 1.1;

  private static final List<String> REQUIRED = List.of("site_id", "start", "end", "power_kw");

  private final Map<String, Site> sites = new HashMap<>();
  private final Duration delay;
  private final Optional<Duration> interval;

  /**
   * @param sites that rows may be of; others are refused
   * @param delay from the end of an interval to {@code available_at} where the file has none
   * @param interval that every row must have; any where empty
   */
  public GenerationCsvReader(
      Collection<? extends Site> sites, Duration delay, Optional<Duration> interval) {
    sites.forEach(site -> this.sites.put(site.id().value(), site));
    this.delay = delay;
    this.interval = interval;
  }

  /**
   * What a file holds.
   *
   * @param accepted rows sorted by site, end and availableAt
   * @param repeated rows left out because an earlier row says the same
   * @param flagged count of accepted rows by flag
   */
  public record Result(
      List<GenerationSample> accepted,
      long repeated,
      Map<GenerationFlag, Long> flagged,
      Rejections rejections) {}

  private record Key(String siteId, Instant end, Instant availableAt) {}

  private record Seen(long line, GenerationSample sample) {}

  /**
   * Reads a file.
   *
   * @throws org.skywatt.ingest.file.UnreadableFileException where it is not such a table at all
   */
  public Result read(Path file) throws IOException {
    Map<Key, Seen> seen = new HashMap<>();
    AtomicLong repeated = new AtomicLong();
    Rejections rejections =
        CsvTable.read(
            file,
            REQUIRED,
            row -> {
              GenerationSample sample = sample(row);
              Key key = new Key(sample.siteId(), sample.end(), sample.availableAt());
              Seen before = seen.putIfAbsent(key, new Seen(row.line(), sample));
              if (before == null) {
                return;
              }
              if (!before.sample().equals(sample)) {
                throw row.refuse(
                    "", "contradicts line " + before.line() + ", which has the same site and end");
              }
              repeated.incrementAndGet();
            });
    List<GenerationSample> accepted = new ArrayList<>(seen.size());
    seen.values().forEach(each -> accepted.add(each.sample()));
    accepted.sort(
        Comparator.comparing(GenerationSample::siteId)
            .thenComparing(GenerationSample::end)
            .thenComparing(GenerationSample::availableAt));
    return new Result(accepted, repeated.get(), countFlags(accepted), rejections);
  }

  private GenerationSample sample(CsvTable.Row row) throws RowException {
    String siteId = row.text("site_id");
    Site site = sites.get(siteId);
    if (site == null) {
      throw row.refuse("site_id", "unknown site '" + siteId + "'; add it to the sites first");
    }
    Instant start = row.time("start");
    Instant end = row.time("end");
    if (!end.isAfter(start)) {
      throw row.refuse("end", "the interval ends " + end + ", not after its start " + start);
    }
    Duration length = Duration.between(start, end);
    if (interval.isPresent() && !interval.get().equals(length)) {
      throw row.refuse("end", "the interval is " + length + " long instead of " + interval.get());
    }
    Instant availableAt = end.plus(delay);
    if (!row.text("available_at").isEmpty()) {
      availableAt = row.time("available_at");
      if (availableAt.isBefore(end)) {
        throw row.refuse("available_at", availableAt + " is before the interval ends " + end);
      }
    }
    double powerKw = row.number("power_kw");
    return new GenerationSample(
        siteId, start, end, availableAt, powerKw, flags(row, powerKw, site.capacityKw()));
  }

  private static int flags(CsvTable.Row row, double powerKw, double capacityKw)
      throws RowException {
    int flags = Double.isNaN(powerKw) ? GenerationFlag.MISSING.bit() : 0;
    flags |= powerKw < 0 ? GenerationFlag.NEGATIVE.bit() : 0;
    flags |= powerKw > MOST_OF_CAPACITY * capacityKw ? GenerationFlag.ABOVE_CAPACITY.bit() : 0;
    String status = row.text("status").toLowerCase(Locale.ROOT);
    return switch (status) {
      case "", "ok" -> flags;
      case "outage" -> flags | GenerationFlag.OUTAGE.bit();
      case "curtailed" -> flags | GenerationFlag.CURTAILED.bit();
      default ->
          throw row.refuse("status", "'" + status + "' is unknown; write ok, outage or curtailed");
    };
  }

  private static Map<GenerationFlag, Long> countFlags(List<GenerationSample> samples) {
    Map<GenerationFlag, Long> counts = new EnumMap<>(GenerationFlag.class);
    for (GenerationSample sample : samples) {
      for (GenerationFlag flag : GenerationFlag.values()) {
        if (sample.has(flag)) {
          counts.merge(flag, 1L, Long::sum);
        }
      }
    }
    return counts;
  }
}
