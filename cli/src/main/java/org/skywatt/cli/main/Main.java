package org.skywatt.cli.main;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.skywatt.cli.Failures;
import org.skywatt.cli.backtest.BacktestCommand;
import org.skywatt.cli.check.CheckCommand;
import org.skywatt.cli.demo.DemoCommand;
import org.skywatt.cli.doctor.DoctorCommand;
import org.skywatt.cli.export.ExportCommand;
import org.skywatt.cli.green.GreenCommand;
import org.skywatt.cli.ingest.IngestCommand;
import org.skywatt.cli.inspect.InspectCommand;
import org.skywatt.cli.model.ForecastCommand;
import org.skywatt.cli.model.ModelsCommand;
import org.skywatt.cli.model.TrainCommand;
import org.skywatt.cli.model.TuneCommand;
import org.skywatt.cli.satellite.SatelliteCommand;
import org.skywatt.cli.serve.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code skywatt} command. */
@Command(
    name = "skywatt",
    mixinStandardHelpOptions = true,
    version = "skywatt 0.1.0",
    description = "Forecasts solar and wind generation, calibrated, with the joules told.",
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      TrainCommand.class,
      TuneCommand.class,
      ForecastCommand.class,
      BacktestCommand.class,
      ExportCommand.class,
      ServeCommand.class,
      InspectCommand.class,
      SatelliteCommand.class,
      CheckCommand.class,
      ModelsCommand.class,
      GreenCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {"", "Start with: skywatt demo", "Data lie in $SKYWATT_DATA, or ./skywatt-data."})
public final class Main {
  private Main() {}

  /** Runs a command; exits with 0 done, 1 failed with a message, 2 wrong usage. */
  public static void main(String[] args) {
    int code;
    try {
      code = run(args);
    } catch (OutOfMemoryError e) {
      System.err.println("skywatt: " + Failures.line(e));
      code = CommandLine.ExitCode.SOFTWARE;
    }
    System.exit(code);
  }

  /** As {@link #main}, returning the exit code. */
  public static int run(String... args) {
    Logger.getLogger("").setLevel(Level.WARNING);
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler(new Failures());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    if (args.length == 0) {
      command.usage(System.out);
      return CommandLine.ExitCode.USAGE;
    }
    return command.execute(args);
  }
}
