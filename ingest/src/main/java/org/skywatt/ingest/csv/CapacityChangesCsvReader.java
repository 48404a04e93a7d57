package org.skywatt.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.site.Site;

/**
 * Reads changes of what plants can give: {@code site_id,effective_from,capacity_kw}, and if they
 * are there {@code available_at} and {@code reason}. Rows that cannot be are refused and listed.
 */
public final class CapacityChangesCsvReader {
  private static final List<String> REQUIRED = List.of("site_id", "effective_from", "capacity_kw");

  private CapacityChangesCsvReader() {}

  /** What a file holds. */
  public record Result(List<CapacityChange> changes, Rejections rejections) {}

  /**
   * Reads a file.
   *
   * @param known when the changes are known where the file does not say
   * @throws org.skywatt.ingest.file.UnreadableFileException where it is not such a table at all
   */
  public static Result read(Path file, List<? extends Site> sites, Instant known)
      throws IOException {
    Map<String, Double> stated = new HashMap<>();
    sites.forEach(site -> stated.put(site.id().value(), site.capacityKw()));
    List<CapacityChange> changes = new ArrayList<>();
    Rejections rejections =
        CsvTable.read(file, REQUIRED, row -> changes.add(change(row, stated, known)));
    return new Result(List.copyOf(changes), rejections);
  }

  private static CapacityChange change(CsvTable.Row row, Map<String, Double> stated, Instant known)
      throws RowException {
    String site = row.text("site_id");
    if (!stated.containsKey(site)) {
      throw row.refuse("site_id", "site '" + site + "' is not known");
    }
    Instant available = !row.text("available_at").isEmpty() ? row.time("available_at") : known;
    try {
      return new CapacityChange(
          site,
          row.time("effective_from"),
          available,
          row.number("capacity_kw") / stated.get(site),
          1,
          row.text("reason").isEmpty() ? "stated" : row.text("reason"));
    } catch (IllegalArgumentException e) {
      throw row.refuse("capacity_kw", e.getMessage());
    }
  }
}
