package org.kepu.knowledge.source.site;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from those that only mean something on a machine or in a
 * house: whoever writes a sitemap or a DNS entry must not make this service ask its neighbours.
 *
 * <p>The ranges are those of IANA's registries of special-purpose addresses, of IPv4 and of IPv6.
 * Of IPv6, only the global unicast range is public, and of it not what carries an IPv4 address
 * inside.
 */
final class PublicAddresses {

  private static final List<Range> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // Teredo, documentation, benchmarks; 6to4; documentation.
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Range::of)
          .toList();

  private static final Range GLOBAL_UNICAST = Range.of("2000::/3");

  private PublicAddresses() {}

  /** An IPv4 address that is written as one of IPv6 is taken for what it is. */
  static boolean contain(InetAddress address) {
    return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address))
        && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
  }

  private record Range(int bits, int length, BigInteger prefix) {

    static Range of(String notation) {
      String[] parts = notation.split("/");
      try {
        // An address in figures is not looked up.
        byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
        int bits = bytes.length * 8;
        int length = Integer.parseInt(parts[1]);
        return new Range(bits, length, new BigInteger(1, bytes).shiftRight(bits - length));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(notation, e);
      }
    }

    boolean contains(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length * 8 == bits
          && new BigInteger(1, bytes).shiftRight(bits - length).equals(prefix);
    }
  }
}
