package org.skywatt.cli.serve;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.postgres.LocalPostgres;

/**
 * The packaged service, run as a process of its own on loopback, with the database that {@code
 * SKYWATT_DATABASE_URL} names, else a local PostgreSQL in the data folder.
 */
public final class Service implements AutoCloseable {
  /**
   * Made by the build; where it is absent or of another Java, Java says nothing and reads the jars.
   */
  private static final String CLASS_ARCHIVE = "app-cds.jsa";

  /**
   * Ten times the usual: while the service starts, compiling a second time takes more than a third
   * of its processor time and helps nobody yet. What is asked often is compiled so soon after.
   */
  private static final List<String> LATE_COMPILATION =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final LocalPostgres database;
  private final Thread stopper;
  private final int port;

  private Service(Process process, LocalPostgres database, int port) {
    this.process = process;
    this.database = database;
    this.port = port;
    this.stopper = new Thread(this::stop, "skywatt-stop");
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  /**
   * Starts the service over what {@code home} has published and waits until it is ready.
   *
   * @param simulated whether every answer must say so
   * @throws IOException if the port is taken, the service is not built, or it does not get ready
   */
  public static Service start(DataHome home, int port, boolean simulated)
      throws IOException, InterruptedException {
    requireFree(port);
    Path jar = jar();
    Files.createDirectories(home.published().resolve("runs"));
    String external = System.getenv("SKYWATT_DATABASE_URL");
    LocalPostgres database = external == null ? LocalPostgres.startOrAdopt(home.database()) : null;
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
      command.add("-Xmx512m");
      command.addAll(LATE_COMPILATION);
      command.add("-XX:SharedArchiveFile=" + CLASS_ARCHIVE);
      command.add("-jar");
      command.add(jar.getFileName().toString());
      ProcessBuilder builder = new ProcessBuilder(command);
      // Java takes the archive only if the jar has the path that it had when the archive was made.
      builder.directory(jar.getParent().toFile());
      builder.redirectErrorStream(true).redirectOutput(log(home).toFile());
      Map<String, String> environment = builder.environment();
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
      environment.put("SKYWATT_PUBLISHED", home.published().toString());
      environment.put("SKYWATT_SIMULATED", Boolean.toString(simulated));
      environment.putIfAbsent("SKYWATT_OPEN", "true");
      if (database == null) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", external);
        copy("SKYWATT_DATABASE_USER", "QUARKUS_DATASOURCE_USERNAME", environment);
        copy("SKYWATT_DATABASE_PASSWORD", "QUARKUS_DATASOURCE_PASSWORD", environment);
      } else {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
      }
      Service service = new Service(builder.start(), database, port);
      service.awaitReady(log(home));
      return service;
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (database != null) {
        database.close();
      }
      throw e;
    }
  }

  /** Where the service answers. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Waits until the service ends, and returns its exit code. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest ready =
        HttpRequest.newBuilder(url().resolve("health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    String last = "it gave no answer";
    while (System.nanoTime() < limit && process.isAlive()) {
      try {
        HttpResponse<String> answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return;
        }
        last = answer.body().lines().map(String::trim).reduce("", String::concat);
      } catch (IOException e) {
        last = "it does not answer yet";
      }
      TimeUnit.MILLISECONDS.sleep(150);
    }
    String why = process.isAlive() ? last : lastLine(log);
    close();
    throw new IOException("the service did not get ready: " + why + " (its log: " + log + ")");
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.contains("ERROR"))
        .findFirst()
        .orElse(lines.isEmpty() ? "it ended" : lines.get(lines.size() - 1));
  }

  private static Path log(DataHome home) {
    return home.folder().resolve("service.log");
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new IOException(
          "port " + port + " is taken: choose another with --port, or stop what listens there", e);
    }
  }

  private static Path jar() throws IOException {
    String home = System.getProperty("skywatt.home", "");
    Path jar =
        Path.of(home).resolve(Path.of("serving", "target", "quarkus-app", "quarkus-run.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "the service is not built ("
              + jar.toString().replace(home + File.separator, "")
              + "): run mvn -DskipTests package");
    }
    return jar;
  }

  private static void copy(String from, String to, Map<String, String> environment) {
    String value = System.getenv(from);
    if (value != null) {
      environment.put(to, value);
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (database != null) {
      database.close();
    }
  }

  /** Stops the service, then the database if it was started here. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException e) {
      // The machine is going down already, and the hook does the same work.
      return;
    }
    stop();
  }
}
