package org.skywatt.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable between a service and its database that can be cut and mended. */
final class CutCable implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket server;

  CutCable(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = server.getLocalPort();
    start("accept", this::accept);
  }

  int port() {
    return port;
  }

  /** From now on nothing comes through, as if the database were killed. */
  void cut() throws IOException {
    server.close();
    for (Socket each : open) {
      each.close();
    }
  }

  void mend() throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  private void accept() {
    ServerSocket from = server;
    while (!from.isClosed()) {
      try {
        Socket client = from.accept();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(database);
        start("there", () -> pump(client, database));
        start("back", () -> pump(database, client));
      } catch (IOException e) {
        // It is cut.
        return;
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // It is cut: both ends are closed.
      return;
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "cable-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
