package org.skywatt.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.spark.SparkException;
import picocli.CommandLine;

/** Ends a failed command with one clear line; {@code SKYWATT_DEBUG=1} adds the stack trace. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line(failure));
    if ("1".equals(System.getenv("SKYWATT_DEBUG"))) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof UsageException
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  /** What went wrong, without the layers that carried it. */
  public static String line(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof SparkException || cause.getMessage() == null)) {
      cause = cause.getCause();
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no file or folder " + cause.getMessage();
    }
    if (cause instanceof AccessDeniedException) {
      return "no permission for " + cause.getMessage();
    }
    if (cause instanceof OutOfMemoryError) {
      return "out of memory (" + cause.getMessage() + "): give it more, e.g. SKYWATT_XMX=6g";
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(cause.toString());
  }
}
