package org.skywatt.cli.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.UsageException;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.nano.NanoExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt models export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a model as one file of at most 200 kB that forecasts on any Java 17, without Skywatt:",
      "  java -jar FILE lead_minutes=60 name=value …   99 percentiles, fractions of capacity",
      "  java -jar FILE < rows.csv                     a line of them for each row",
      "Names are those of the features (docs/features.md); what is absent is missing."
    },
    footer = {
      "",
      "Example:",
      "  skywatt models export --nano --model solar-20260601t060000z-nano --out solar.jar"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(names = "--nano", description = "As a nano file, which is the only kind there is.")
  private boolean nano;

  @Option(names = "--model", required = true, paramLabel = "ID", description = "The model.")
  private String id;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    if (!nano) {
      throw new UsageException("--nano must be given: it is the only kind of file there is");
    }
    byte[] exported = NanoExport.of(new BundleStore(dir.open().bundles()).get(id));
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".nano", ".tmp");
    Files.write(unfinished, exported);
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    spec.commandLine()
        .getOut()
        .printf("%s: %s, %d bytes; java -jar %s%n", file, id, exported.length, file);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
