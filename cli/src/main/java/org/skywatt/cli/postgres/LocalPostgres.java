package org.skywatt.cli.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/**
 * The PostgreSQL 17 server of a folder. {@code <folder>/postgres} keeps its data, binaries, log, a
 * random password (file mode 600, scram-sha-256) and its port. It listens on 127.0.0.1 alone and
 * outlives this process if that is killed; the next {@link #startOrAdopt} then adopts it.
 */
public final class LocalPostgres implements AutoCloseable {
  static final String USER = "skywatt";
  private static final String DATABASE = "skywatt";
  private static final String MAINTENANCE_DATABASE = "postgres";
  private static final int START_TRIES = 4;
  private static final int ANSWER_SECONDS = 60;

  private final int port;
  private final String password;
  private final Optional<PostgresPrograms> started;

  private LocalPostgres(int port, String password, Optional<PostgresPrograms> started) {
    this.port = port;
    this.password = password;
    this.started = started;
  }

  /**
   * The server of {@code folder}, which answers when this returns: one that runs already is adopted
   * and left running by {@link #close}; else it is made if need be, started, and stopped by {@link
   * #close}. The first start takes some seconds. Safe against other processes that do the same.
   *
   * @throws LocalPostgresException with one line on what is wrong and how to mend it
   */
  public static synchronized LocalPostgres startOrAdopt(Path folder) {
    PostgresFolder files = PostgresFolder.under(folder);
    try (FileChannel channel =
            FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      LocalPostgres server = lock.isValid() ? open(files) : null;
      server.createDatabase();
      return server;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresException("interrupted while PostgreSQL started in " + folder, e);
    } catch (IOException | SQLException e) {
      throw failure(files, e);
    }
  }

  /** Stops the server of {@code folder}, whoever started it; false if none runs. */
  public static synchronized boolean stop(Path folder) {
    PostgresFolder files = PostgresFolder.under(folder);
    try {
      if (findRunning(files).isEmpty()) {
        return false;
      }
      return new PostgresPrograms(files, ServerUser.choose(files.root())).stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresException("interrupted while PostgreSQL stopped in " + folder, e);
    } catch (IOException e) {
      throw failure(files, e);
    }
  }

  private static LocalPostgresException failure(PostgresFolder files, Exception e) {
    return new LocalPostgresException(
        "PostgreSQL in "
            + files.root()
            + " failed ("
            + e.getMessage()
            + "): see server.log there, or set SKYWATT_DATABASE_URL",
        e);
  }

  private static LocalPostgres open(PostgresFolder files)
      throws IOException, InterruptedException, SQLException {
    Optional<PostmasterFile> running = findRunning(files);
    if (running.isPresent()) {
      return adopt(files);
    }
    PostgresBinaries.unpackTo(files.binaries());
    PostgresPrograms programs = new PostgresPrograms(files, ServerUser.choose(files.root()));
    if (!files.isInitialised()) {
      programs.initialise();
    }
    Optional<PostmasterFile> stale = PostmasterFile.find(files.data());
    if (stale.isPresent()) {
      stale.get().disownIfReused(files.data());
    }
    return new LocalPostgres(start(files, programs), files.password(), Optional.of(programs));
  }

  private static Optional<PostmasterFile> findRunning(PostgresFolder files) throws IOException {
    return PostmasterFile.find(files.data()).filter(file -> file.isRunningOn(files.data()));
  }

  /** Waits for a server that may still be starting or recovering. */
  private static LocalPostgres adopt(PostgresFolder files)
      throws IOException, InterruptedException {
    SQLException last = null;
    for (int second = 0; second < ANSWER_SECONDS; second++) {
      Optional<PostmasterFile> running = findRunning(files);
      if (running.isPresent() && running.get().port() != 0) {
        int port = running.get().port();
        LocalPostgres server = new LocalPostgres(port, files.password(), Optional.empty());
        try (Connection connection = server.connect(MAINTENANCE_DATABASE)) {
          if (connection.isValid(1)) {
            return server;
          }
        } catch (SQLException notYet) {
          last = notYet;
        }
      }
      Thread.sleep(1000);
    }
    throw new LocalPostgresException(
        "a PostgreSQL server runs on "
            + files.data()
            + " but does not answer"
            + (last == null ? "" : " (" + last.getMessage().strip() + ")")
            + ": stop it and try again");
  }

  private static int start(PostgresFolder files, PostgresPrograms programs)
      throws IOException, InterruptedException {
    String reason = "";
    for (int i = 0; i < START_TRIES; i++) {
      Optional<Integer> last = files.lastPort().filter(LocalPostgres::isFree);
      int port = last.isPresent() ? last.get() : freePort();
      files.rememberPort(port);
      PostgresPrograms.Outcome outcome = programs.start(port);
      if (outcome.succeeded()) {
        return port;
      }
      // Another program was faster at the port, or the processes of a killed server still end.
      reason = outcome.reason();
      Thread.sleep(1000);
    }
    throw new LocalPostgresException(
        "PostgreSQL does not start in "
            + files.root()
            + " ("
            + reason
            + "): see server.log there, or set SKYWATT_DATABASE_URL");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.executeUpdate("create database " + DATABASE);
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(url(database), properties);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** URL of the database {@code skywatt}; holds no password. */
  public String jdbcUrl() {
    return url(DATABASE);
  }

  public String user() {
    return USER;
  }

  /** Never log it. */
  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /** Whether the server ran before, so that {@link #close} leaves it running. */
  public boolean isAdopted() {
    return started.isEmpty();
  }

  /** Stops the server if it was started here. Closing twice does no harm. */
  @Override
  public void close() {
    if (started.isEmpty()) {
      return;
    }
    try {
      started.get().stop();
    } catch (IOException e) {
      throw failure(started.get().folder(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
