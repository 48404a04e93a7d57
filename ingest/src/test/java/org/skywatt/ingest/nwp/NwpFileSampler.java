package org.skywatt.ingest.nwp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.assembly.RunAssembly;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribReader;
import org.skywatt.ingest.meaning.UnknownUnitException;

/**
 * What becomes of a file on its way to rows, without tables: bilinear in space (wind as u and v),
 * canonical units, accumulations and averaging buckets as means over the step that ends at the
 * valid time.
 *
 * <p>A field that cannot be read is refused and counted, and its values are missing; the rest goes
 * on. Implausible values are kept and told. A site outside the grid gets no rows. Where a file has
 * no hour zero of a mean (nothing has been gathered), that value is missing in the row of hour
 * zero.
 */
public final class NwpFileSampler {
  private final NwpSource source;
  private final List<Site> sites;

  public NwpFileSampler(NwpSource source, List<? extends Site> sites) {
    this.source = source;
    this.sites = List.copyOf(sites);
  }

  /**
   * Samples a file.
   *
   * @return one row a site, run, member and valid time; {@code refused} counts fields; the reasons
   *     also tell of implausible values and of sites outside the grid
   * @throws UnreadableFileException where the file is no GRIB or holds nothing of use
   */
  public Sampled<NwpSample> sample(Path file) throws IOException {
    Reading reading = new Reading();
    GribReader.read(file, reading);
    List<NwpSample> rows = new ArrayList<>();
    reading.runs.forEach(
        (run, assembly) ->
            rows.addAll(
                assembly.rows(run.initTime().plus(source.publicationDelay()), reading.reasons)));
    List<String> reasons = reading.reasons.list();
    if (rows.isEmpty()) {
      throw new UnreadableFileException(
          file,
          "",
          reasons.isEmpty()
              ? "holds none of the variables that are used"
              : "nothing of it can be used: " + reasons.get(0));
    }
    return new Sampled<>(rows, reading.refused, reasons);
  }

  /** One file while it is read. */
  private final class Reading implements FieldHandler {
    private final Reasons reasons = new Reasons();
    private final FieldSampler sampler = new FieldSampler(source.name(), sites, reasons);
    private final Map<RunKey, RunAssembly> runs = new LinkedHashMap<>();
    private long refused;

    @Override
    public boolean wants(FieldHeader header, Grid grid) {
      return FieldSampler.wants(header);
    }

    @Override
    public void field(Field field) {
      try {
        sampler
            .sample(field)
            .ifPresent(
                sampled ->
                    runs.computeIfAbsent(sampled.run(), run -> new RunAssembly(run, sites))
                        .add(sampled));
      } catch (UnknownUnitException e) {
        refused++;
        reasons.add(field.where() + ": " + e.getMessage());
      }
    }

    @Override
    public void refused(int field, UnreadableFileException reason) {
      refused++;
      reasons.add(reason.getMessage());
    }
  }
}
