package org.skywatt.ingest.nwp;

import java.io.IOException;
import java.util.List;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.assembly.RunAssembly;
import org.skywatt.ingest.assembly.RunKey;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.crop.KeptRun;
import org.skywatt.ingest.field.Field;
import org.skywatt.ingest.field.FieldHandler;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.meaning.UnknownUnitException;

/**
 * A run at some sites, from all that is kept of it.
 *
 * @param samples one a site and valid time, each available when its fields and all earlier ones of
 *     the run were: a mean over a step needs the totals at its start
 * @param reasons what was odd, in a line each
 */
public record RunSamples(List<NwpSample> samples, List<String> reasons) {
  /** Reads the run's fields one at a time, and holds their values at the sites. */
  public static RunSamples of(
      CropFolder folder, RunKey run, List<? extends Site> sites, SamplingOptions options)
      throws IOException {
    KeptRun kept = KeptRun.open(folder, run);
    Reasons reasons = new Reasons();
    Grounds grounds = options.needGround() ? grounds(kept) : new Grounds();
    FieldSampler sampler = new FieldSampler(run.source(), sites, options, grounds, reasons);
    RunAssembly assembly = new RunAssembly(run, sites);
    kept.read(
        new FieldHandler() {
          @Override
          public void field(Field field) {
            try {
              sampler.sample(field).ifPresent(assembly::add);
            } catch (UnknownUnitException e) {
              reasons.add(field.where() + ": " + e.getMessage());
            }
          }

          @Override
          public void refused(int field, UnreadableFileException reason) {
            reasons.add(reason.getMessage());
          }
        });
    List<NwpSample> samples = assembly.rows(run.initTime(), reasons);
    samples.replaceAll(sample -> sample.availableFrom(kept.availableAt(sample.validTime())));
    return new RunSamples(samples, reasons.list());
  }

  /** Heights and land of the run's grids, which its files hold among the weather. */
  private static Grounds grounds(KeptRun kept) throws IOException {
    Grounds grounds = new Grounds();
    kept.read(
        new FieldHandler() {
          @Override
          public boolean wants(FieldHeader header, Grid grid) {
            return Grounds.wants(header);
          }

          @Override
          public void field(Field field) throws IOException {
            try {
              grounds.add(field);
            } catch (UnknownUnitException e) {
              throw new IllegalStateException("wanted, so its unit is known: " + field.where(), e);
            }
          }

          @Override
          public void refused(int field, UnreadableFileException reason) {
            // Told when the weather is sampled.
          }
        });
    return grounds;
  }
}
