package org.skywatt.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The same world, where people may sign in by tokens of a provider. */
public class PeopleWorld extends ClosedWorld {
  static TokenIssuer issuer;

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    try {
      issuer = new TokenIssuer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.put("skywatt.oidc.enabled", "true");
    settings.put("skywatt.oidc.issuer", issuer.url());
    settings.put("skywatt.oidc.audience", "skywatt");
    settings.put("skywatt.oidc.role-prefix", "skywatt-");
    return settings;
  }

  @Override
  public void stop() {
    issuer.close();
    super.stop();
  }
}
