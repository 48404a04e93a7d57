package org.skywatt.serving;

import java.util.HashMap;
import java.util.Map;

/** The same world, where no request may be answered at once with another: it is always busy. */
public class BusyWorld extends World {
  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.put("skywatt.requests-in-flight", "0");
    return settings;
  }
}
