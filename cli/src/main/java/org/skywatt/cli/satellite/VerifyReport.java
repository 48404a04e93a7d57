package org.skywatt.cli.satellite;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.motion.NowcastVerifier;

/** What {@code skywatt satellite verify} found. */
record VerifyReport(int frames, List<Lead> leads) {
  /**
   * Scores of a lead, in the images' own unit, over all pixels of all issues; those of the ensemble
   * over a lattice of them, absent where nothing of it was seen.
   */
  record Lead(
      long leadMinutes,
      double rmse,
      double rmsePersistence,
      long pixels,
      int issues,
      Double crps,
      Double crpsPersistence,
      Double coverage80) {}

  static VerifyReport of(int frames, List<NowcastVerifier.Score> scores) {
    return new VerifyReport(
        frames,
        scores.stream()
            .map(
                score ->
                    new Lead(
                        score.lead().toMinutes(),
                        score.rmse(),
                        score.rmsePersistence(),
                        score.pixels(),
                        score.issues(),
                        known(score.ensemble().crps()),
                        known(score.ensemble().crpsPersistence()),
                        known(score.ensemble().coverage80())))
            .toList());
  }

  private static Double known(double score) {
    return Double.isNaN(score) ? null : score;
  }

  void print(PrintWriter out) {
    out.printf("%d images%n", frames);
    out.println(
        "lead/min     RMSE  persistence  ratio  issues      pixels     CRPS  persistence  in 80% band");
    for (Lead lead : leads) {
      out.printf(
          Locale.ROOT,
          "%8d %8.3f %12.3f %6.3f %7d %11d %8.3f %12.3f %12.3f%n",
          lead.leadMinutes(),
          lead.rmse(),
          lead.rmsePersistence(),
          lead.rmse() / lead.rmsePersistence(),
          lead.issues(),
          lead.pixels(),
          lead.crps(),
          lead.crpsPersistence(),
          lead.coverage80());
    }
    out.flush();
  }
}
