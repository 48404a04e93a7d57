package org.skywatt.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real server; about 30 s. */
class LocalPostgresTest {
  // One folder for all: making one takes seconds. Each test leaves it with the server stopped.
  @TempDir static Path folder;
  @TempDir Path empty;

  @BeforeAll
  static void thereAreBinaries() {
    Assumptions.assumeTrue(
        PostgresBinaries.findArchive().isPresent(), "no PostgreSQL binaries for this machine");
  }

  @AfterEach
  void stopWhatRuns() {
    LocalPostgres.stop(folder);
  }

  private static List<String> query(LocalPostgres db, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(db.jdbcUrl(), db.user(), db.password());
        Statement statement = connection.createStatement()) {
      List<String> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            rows.add(result.getString(1));
          }
        }
      }
      return rows;
    }
  }

  private long serverPid() throws Exception {
    return PostmasterFile.find(folder.toRealPath().resolve("postgres/data")).orElseThrow().pid();
  }

  @Test
  void aRestartKeepsDataPortAndPassword() throws Exception {
    int port;
    String password;
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      assertThat(db.isAdopted()).isFalse();
      query(db, "drop table if exists kept; create table kept as select 42 as answer");
      port = db.port();
      password = db.password();
    }
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      assertThat(query(db, "select answer from kept")).containsExactly("42");
      assertThat(db.port()).isEqualTo(port);
      assertThat(db.password()).isEqualTo(password);
      assertThat(query(db, "show server_version").get(0)).startsWith("17.");
    }
    assertThat(LocalPostgres.stop(folder)).as("closed means stopped").isFalse();
  }

  @Test
  void itIsGuardedByItsPasswordAndListensOnLoopbackOnly() throws Exception {
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      Path file = folder.resolve("postgres/password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(db.password()).hasSizeGreaterThanOrEqualTo(32);
      assertThat(db.jdbcUrl()).doesNotContain(db.password());
      assertThatThrownBy(() -> DriverManager.getConnection(db.jdbcUrl(), db.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThat(query(db, "show listen_addresses")).containsExactly("127.0.0.1");
      assertThat(query(db, "show password_encryption")).containsExactly("scram-sha-256");
      assertThat(query(db, "select distinct auth_method from pg_hba_file_rules"))
          .containsExactly("scram-sha-256");
      assertThat(Files.readString(folder.resolve("postgres/server.log")))
          .doesNotContain(db.password());
    }
  }

  @Test
  void aRunningServerIsAdoptedAndLeftRunning() throws Exception {
    try (LocalPostgres first = LocalPostgres.startOrAdopt(folder)) {
      long pid = serverPid();
      try (LocalPostgres second = LocalPostgres.startOrAdopt(folder)) {
        assertThat(second.isAdopted()).isTrue();
        assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
      }
      assertThat(serverPid()).isEqualTo(pid);
      assertThat(query(first, "select 1")).containsExactly("1");
    }
  }

  @Test
  void theServerOutlivesAKilledParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                StartAndHang.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(parent.inputReader().readLine()).isEqualTo("started");
    long pid = serverPid();
    parent.destroyForcibly().waitFor();
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      assertThat(db.isAdopted()).isTrue();
      assertThat(serverPid()).isEqualTo(pid);
      assertThat(query(db, "select 1")).containsExactly("1");
    }
  }

  /** Starts the server of the folder given and waits to be killed. */
  static final class StartAndHang {
    public static void main(String[] args) throws InterruptedException {
      try (LocalPostgres db = LocalPostgres.startOrAdopt(Path.of(args[0]))) {
        System.out.println(db.isAdopted() ? "adopted" : "started");
        Thread.sleep(60_000);
      }
    }
  }

  @Test
  void aKilledServerStartsAgainWithItsData() throws Exception {
    LocalPostgres lost = LocalPostgres.startOrAdopt(folder);
    query(lost, "drop table if exists kept; create table kept as select 42 as answer");
    ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      assertThat(db.isAdopted()).isFalse();
      assertThat(query(db, "select answer from kept")).containsExactly("42");
    }
  }

  @Test
  void aStalePidFileThatNamesAnotherProgramDoesNoHarm() throws Exception {
    LocalPostgres.startOrAdopt(folder).close();
    long mine = ProcessHandle.current().pid();
    Path data = folder.toRealPath().resolve("postgres/data");
    Files.writeString(
        data.resolve("postmaster.pid"),
        mine + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n");
    try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
      assertThat(db.isAdopted()).isFalse();
      assertThat(query(db, "select 1")).containsExactly("1");
    }
  }

  @Test
  void whatAKilledFirstStartLeavesIsMadeAgain() throws Exception {
    for (String half : new String[] {"data.partial/base", "binaries-17.partial/bin"}) {
      Path partial = Files.createDirectories(empty.resolve("postgres").resolve(half));
      Files.writeString(partial.resolve("1"), "torn");
    }
    Files.writeString(empty.resolve("postgres/password"), "");
    try (LocalPostgres db = LocalPostgres.startOrAdopt(empty)) {
      assertThat(query(db, "select 1")).containsExactly("1");
    }
  }

  @Test
  void aTakenPortIsReplaced() throws Exception {
    LocalPostgres.startOrAdopt(folder).close();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.resolve("postgres/port"), Integer.toString(taken.getLocalPort()));
      try (LocalPostgres db = LocalPostgres.startOrAdopt(folder)) {
        assertThat(db.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(query(db, "select 1")).containsExactly("1");
      }
    }
  }

  @Test
  void aLostPasswordIsSaidPlainly() throws Exception {
    LocalPostgres.startOrAdopt(folder).close();
    Path file = folder.resolve("postgres/password");
    Path kept = Files.move(file, empty.resolve("password"));
    assertThatThrownBy(() -> LocalPostgres.startOrAdopt(folder))
        .isInstanceOf(LocalPostgresException.class)
        .hasMessageContaining("password is missing");
    Files.move(kept, file);
  }

  @Test
  void aFolderThatCannotBeIsSaidPlainly() throws Exception {
    Path file = Files.writeString(empty.resolve("file"), "");
    assertThatThrownBy(() -> LocalPostgres.startOrAdopt(file))
        .isInstanceOf(LocalPostgresException.class)
        .hasMessageContaining("cannot write to " + file)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMachineWithoutBinariesIsKnown() {
    assertThat(PostgresBinaries.findArchive("Linux", "riscv64")).isEmpty();
    assertThat(PostgresBinaries.findArchive("Mac OS X", "aarch64")).isEmpty();
    assertThat(PostgresBinaries.findArchive("Linux", "amd64")).isPresent();
    assertThat(PostgresBinaries.findArchive("Linux", "aarch64")).isPresent();
  }
}
