package org.skywatt.serving.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses everyone can reach (IANA's special-purpose registries, RFC 6890): a webhook must
 * not make this service ask something of the network it stands in.
 */
final class PublicAddresses {
  // Three bytes, and how many bits of them count: blocks that are not of the Internet.
  private static final int[][] CLOSED_V4 = {
    {0, 0, 0, 8}, // this network
    {10, 0, 0, 8}, // private, RFC 1918
    {100, 64, 0, 10}, // behind a carrier's translation, RFC 6598
    {127, 0, 0, 8}, // loopback
    {169, 254, 0, 16}, // link-local, and metadata of clouds
    {172, 16, 0, 12}, // private
    {192, 0, 0, 24}, // protocol assignments
    {192, 0, 2, 24}, // examples, RFC 5737
    {192, 88, 99, 24}, // relays of 6to4, given up by RFC 7526
    {192, 168, 0, 16}, // private
    {198, 18, 0, 15}, // benchmarks
    {198, 51, 100, 24}, // examples
    {203, 0, 113, 24}, // examples
    {224, 0, 0, 3}, // multicast and reserved
  };

  private PublicAddresses() {}

  /** Whether an address is one of the Internet's; of those that hold another, that one counts. */
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublicV4(bytes);
    }
    // Global unicast is 2000::/3; NAT64 (64:ff9b::/96) holds an IPv4 address.
    if (starts(bytes, 0x00, 0x64, 0xff, 0x9b) && isZero(bytes, 4, 12)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if ((bytes[0] & 0xe0) != 0x20) {
      return false;
    }
    boolean sixToFour = starts(bytes, 0x20, 0x02);
    if (sixToFour) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
    }
    boolean teredo = starts(bytes, 0x20, 0x01, 0x00, 0x00);
    boolean example = starts(bytes, 0x20, 0x01, 0x0d, 0xb8);
    return !teredo && !example;
  }

  private static boolean isPublicV4(byte[] bytes) {
    int head = (bytes[0] & 0xff) << 16 | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff);
    for (int[] closed : CLOSED_V4) {
      int shift = 24 - closed[3];
      if (head >> shift == (closed[0] << 16 | closed[1] << 8 | closed[2]) >> shift) {
        return false;
      }
    }
    return true;
  }

  private static boolean starts(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
