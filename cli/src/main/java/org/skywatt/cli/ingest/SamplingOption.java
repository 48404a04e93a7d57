package org.skywatt.cli.ingest;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.skywatt.cli.UsageException;
import org.skywatt.ingest.nwp.SamplingOptions;
import org.skywatt.ingest.sampling.Method;
import picocli.CommandLine.Option;

/** How weather models are sampled at sites: {@code --cells} and {@code --site-height}. */
final class SamplingOption {
  /** The methods as the command line spells them. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Method.values()).map(SamplingOption::spelt).iterator();
    }
  }

  @Option(
      names = "--cells",
      paramLabel = "HOW",
      defaultValue = "bilinear",
      completionCandidates = Names.class,
      description =
          "Which grid points stand for a site: ${COMPLETION-CANDIDATES}. The last two need the"
              + " model's land mask or heights among its fields (default: ${DEFAULT-VALUE}).")
  private String cells;

  @Option(
      names = "--site-height",
      description =
          "Move temperature and pressure from the model's ground to the site's height, where the"
              + " model's heights are among its fields.")
  private boolean siteHeight;

  SamplingOptions options() {
    for (Method method : Method.values()) {
      if (spelt(method).equals(cells)) {
        return new SamplingOptions(method, siteHeight);
      }
    }
    throw new UsageException(
        "--cells is one of " + String.join(", ", new Names()) + ", not '" + cells + "'");
  }

  private static String spelt(Method method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
