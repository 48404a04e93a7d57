package org.skywatt.serving;

import java.util.HashMap;
import java.util.Map;

/** The same world, where webhooks may be on this machine and are tried again soon. */
public class HooksWorld extends ClosedWorld {
  static final int MOST_FAILURES = 4;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.put("skywatt.webhooks.private-addresses", "true");
    settings.put("skywatt.webhooks.plain-http", "true");
    settings.put("skywatt.webhooks.first-pause", "PT0.05S");
    settings.put("skywatt.webhooks.most-failures", Integer.toString(MOST_FAILURES));
    return settings;
  }
}
