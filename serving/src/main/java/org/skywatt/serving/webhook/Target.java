package org.skywatt.serving.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.skywatt.serving.config.SkywattConfig;

/**
 * Where to send to: the URL, and the one address that was looked at and is connected to, so that a
 * name that changes its address in between leads nowhere else.
 */
record Target(URI url, InetAddress address) {
  private static final int LONGEST = 2000;

  /**
   * @throws IllegalArgumentException with the reason, if nothing may be sent there
   */
  static Target of(String text, SkywattConfig.Webhooks rules) {
    URI url = parse(text, rules.plainHttp());
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(url.getHost());
    } catch (UnknownHostException e) {
      throw unreachable(url);
    }
    // One that is closed is enough: which of them is taken is not the sender's to choose.
    for (InetAddress each : addresses) {
      if (!rules.privateAddresses()
          && (!PublicAddresses.contains(each) || OwnNetworks.contain(each))) {
        throw unreachable(url);
      }
    }
    return new Target(url, addresses[0]);
  }

  /** The same of a name of the inside and of none, so that nobody learns which names there are. */
  private static IllegalArgumentException unreachable(URI url) {
    return new IllegalArgumentException("the host " + url.getHost() + " has no public address");
  }

  static URI parse(String text, boolean plainHttp) {
    URI url;
    try {
      url = new URI(text == null || text.length() > LONGEST ? "" : text);
    } catch (URISyntaxException e) {
      url = URI.create("");
    }
    boolean scheme =
        "https".equals(url.getScheme()) || (plainHttp && "http".equals(url.getScheme()));
    if (!scheme || url.getHost() == null || url.getHost().isEmpty()) {
      throw new IllegalArgumentException(
          "url must be " + (plainHttp ? "http or https" : "https") + " and name a host");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("url must have neither a user nor a fragment");
    }
    return url;
  }

  boolean isTls() {
    return "https".equals(url.getScheme());
  }

  int port() {
    int usual = isTls() ? 443 : 80;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  String path() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
