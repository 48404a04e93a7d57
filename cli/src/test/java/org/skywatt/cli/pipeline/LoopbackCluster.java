package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.skywatt.cli.Sessions;

/** Spark's standalone master and two workers of a core each, on this machine. */
final class LoopbackCluster implements AutoCloseable {
  private static final long MEMORY_NEEDED = 4L << 30;

  private final Path folder;
  private final String master;
  private final List<Process> started = new ArrayList<>();

  /** Starts it; a test is skipped where there is no memory for it. */
  LoopbackCluster(Path folder) throws Exception {
    assumeThat(freeMemory()).as("bytes of free memory").isGreaterThan(MEMORY_NEEDED);
    this.folder = folder;
    int port = freePort();
    master = "spark://127.0.0.1:" + port;
    start("org.apache.spark.deploy.master.Master", "--port", port, "--webui-port", 0);
    awaitPort(port);
    for (int worker = 1; worker <= 2; worker++) {
      start(
          "org.apache.spark.deploy.worker.Worker",
          "--cores",
          1,
          "--memory",
          "1g",
          "--webui-port",
          0,
          "--work-dir",
          work(worker),
          master);
    }
  }

  /** As {@code --master} takes it. */
  String master() {
    return master;
  }

  /** The folder of worker 1 or 2, which fills when it runs an executor. */
  Path work(int worker) {
    return folder.resolve("worker" + worker);
  }

  /** Ends the executors of a worker at once. */
  void killExecutors(int worker) {
    started.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  /** Starts one of Spark's own programs, as {@code start-master.sh} does. */
  private void start(String main, Object... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.matches("--add-opens=.*|-Djdk\\.reflect.*|-Dio\\.netty.*"))
        .forEach(words::add);
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(main, "--host", "127.0.0.1"));
    for (Object argument : arguments) {
      words.add(argument.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("cluster.log").toFile()));
    builder.environment().put("SPARK_HOME", sparkHome().toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    // Else Spark looks for the build folders of its own checkout.
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    started.add(builder.start());
  }

  /** A Spark distribution's folder of jars, of the jars on our class path that are Spark's. */
  private Path sparkHome() throws IOException {
    Path home = folder.resolve("spark");
    Path jars = home.resolve("jars");
    if (!Files.exists(jars)) {
      Files.createDirectories(jars);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        Path jar = Path.of(entry);
        if (entry.endsWith(".jar") && !Sessions.isShipped(jar)) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return home;
  }

  private static long freeMemory() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getFreeMemorySize();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        assertThat(System.nanoTime()).as("nanoseconds until the master listens").isLessThan(limit);
        Thread.sleep(100);
      }
    }
  }
}
