package org.skywatt.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the published runs on this machine: the API, its documentation and the page.",
      "The database is a local PostgreSQL in the data folder, or the one that",
      "SKYWATT_DATABASE_URL (and _USER, _PASSWORD) names. Ctrl-C stops."
    },
    footer = {"", "Example:", "  skywatt serve --port 8080"})
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port on loopback (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    DataHome home = dir.open();
    if (!Files.isDirectory(home.published().resolve("runs"))) {
      out.println("nothing is published yet: skywatt forecast does that; serving all the same");
    }
    try (Service service = Service.start(home, port, home.isSimulated())) {
      out.println("serving on " + service.url() + " (API at /docs); Ctrl-C stops");
      out.flush();
      int code = service.await();
      return code == 0 || code == 143 ? 0 : 1;
    }
  }
}
