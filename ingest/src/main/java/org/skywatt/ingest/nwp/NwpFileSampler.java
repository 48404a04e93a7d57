package org.skywatt.ingest.nwp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.grib.GribField;
import org.skywatt.ingest.grib.GribHandler;
import org.skywatt.ingest.grib.GribProduct;
import org.skywatt.ingest.grib.GribReader;

/**
 * Samples GRIB2 files at sites: bilinear in space (wind as u and v), canonical units, accumulations
 * and averaging buckets as means over the step that ends at the valid time. Immutable and safe for
 * threads.
 *
 * <p>A field that cannot be read is refused and counted, and its values are missing; the rest goes
 * on. Implausible values are kept and told. A site outside the grid gets no rows. Where a file has
 * no hour zero of a mean (nothing has been gathered), that value is missing in the row of hour
 * zero.
 */
public final class NwpFileSampler {
  private final NwpSource source;
  private final List<Site> sites;
  private final double[] latitudes;
  private final double[] longitudes;

  public NwpFileSampler(NwpSource source, List<? extends Site> sites) {
    this.source = source;
    this.sites = List.copyOf(sites);
    latitudes = this.sites.stream().mapToDouble(site -> site.location().latitude()).toArray();
    longitudes = this.sites.stream().mapToDouble(site -> site.location().longitude()).toArray();
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
        (run, content) -> rows.addAll(content.rows(run, source, sites, reading.reasons)));
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

  /** One run, or member of one. */
  record Run(Instant initTime, int member) {}

  /** One file while it is read. */
  private final class Reading implements GribHandler {
    private final Map<LatLonGrid, List<Optional<BilinearWeights>>> weights = new HashMap<>();
    private final Map<Run, RunContent> runs = new HashMap<>();
    private final Reasons reasons = new Reasons();
    private long refused;

    @Override
    public boolean wants(GribProduct product, LatLonGrid grid) {
      return VariableMapping.find(product).isPresent();
    }

    @Override
    public void field(GribField field) {
      GribProduct product = field.product();
      Optional<VariableMapping> found = VariableMapping.find(product);
      if (found.isEmpty()) {
        return;
      }
      List<Optional<BilinearWeights>> places =
          weights.computeIfAbsent(field.grid(), grid -> grid.findWeights(latitudes, longitudes));
      double factor = found.get().factor();
      if (product.stepType() == StepType.AVERAGE) {
        factor *= product.period().toSeconds();
      }
      double[] values = new double[sites.size()];
      for (int i = 0; i < values.length; i++) {
        Optional<BilinearWeights> place = places.get(i);
        values[i] =
            place.isPresent() ? place.get().interpolate(field.values()) * factor : Double.NaN;
        if (place.isEmpty()) {
          reasons.add("site " + sites.get(i).id() + " is outside the grid of " + source.name());
        }
      }
      runs.computeIfAbsent(
              new Run(product.initTime(), product.member()), unused -> new RunContent(sites.size()))
          .add(found.get().variable(), product, values);
    }

    @Override
    public void refused(int field, UnreadableFileException reason) {
      refused++;
      reasons.add(reason.getMessage());
    }
  }
}
