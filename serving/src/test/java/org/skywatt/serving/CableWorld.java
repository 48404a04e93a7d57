package org.skywatt.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A world whose database hangs on a cable that tests cut. */
public class CableWorld extends ClosedWorld {
  static CutCable cable;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    String url = settings.get("quarkus.datasource.jdbc.url");
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    try {
      cable = new CutCable(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.put(
        "quarkus.datasource.jdbc.url", url.replace(":" + port + "/", ":" + cable.port() + "/"));
    return settings;
  }

  @Override
  public void stop() {
    cable.close();
    super.stop();
  }
}
