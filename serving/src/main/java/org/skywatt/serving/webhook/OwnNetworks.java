package org.skywatt.serving.webhook;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/**
 * The networks that this machine stands in: what is in them may be of the inside though its address
 * is one of the Internet's.
 */
final class OwnNetworks {
  // A mask that is shorter than any provider's says nothing of who is near.
  private static final int SHORTEST_V4 = 8;
  private static final int SHORTEST_V6 = 32;

  private OwnNetworks() {}

  /** Whether an address is this machine's, or of a network of one of its interfaces. */
  static boolean contain(InetAddress address) {
    try {
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InterfaceAddress own : each.getInterfaceAddresses()) {
          if (isNear(own.getAddress(), own.getNetworkPrefixLength(), address)) {
            return true;
          }
        }
      }
      return false;
    } catch (SocketException e) {
      // What cannot be looked at is not sent to.
      return true;
    }
  }

  /**
   * Whether two addresses are the same, or of the same network.
   *
   * @param prefix how many first bits are the network's
   */
  static boolean isNear(InetAddress own, int prefix, InetAddress other) {
    byte[] mine = own.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    boolean sensible = prefix >= (mine.length == 4 ? SHORTEST_V4 : SHORTEST_V6);
    int bits = sensible ? Math.min(prefix, 8 * mine.length) : 8 * mine.length;
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
