package org.kepu.assistant.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.visitor.Bots;
import org.kepu.assistant.reach.visitor.DayKeys;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells visitors apart without knowing them. An address goes no further than this class: what
 * leaves it is a key of the day.
 */
@Component
public final class Visitors {

  private final DayKeys keys;
  private final Bots bots;
  private final boolean test;
  private final List<IpSubnetFilterRule> staffNetworks;
  private final DayKeys passing;

  Visitors(DayKeys keys, Bots bots, ReachSettings settings, java.time.InstantSource clock) {
    this.keys = keys;
    this.bots = bots;
    this.test = settings.test();
    this.staffNetworks = settings.staffNetworks().stream().map(Visitors::network).toList();
    byte[] salt = new byte[32];
    new SecureRandom().nextBytes(salt);
    this.passing = new DayKeys(new OwnSalt(salt), clock);
  }

  /** Who sends this request. */
  Visitor of(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getRequest().getHeaders();
    String browser = headers.getFirst(HttpHeaders.USER_AGENT);
    Optional<InetAddress> address = Callers.address(exchange);
    return new Visitor(
        address.map(from -> keys.visitor(from, browser == null ? "" : browser)).orElse(null),
        flags(address.orElse(null), browser));
  }

  /** What is known of whoever sends this request, where the request itself says no more. */
  public Scene scene(ServerWebExchange exchange) {
    Visitor visitor = of(exchange);
    return Scene.builder().visitorKey(visitor.key()).flags(visitor.flags()).build();
  }

  /**
   * The same of whoever writes by another service, which names them itself. The name goes no
   * further.
   *
   * @param channel the way they came in
   * @param service which service
   * @param name their name there
   * @param venue where they are, null if unknown
   */
  public Scene scene(Channel channel, String service, String name, @Nullable String venue) {
    return Scene.builder()
        .visitorKey(keys.visitor(service, name))
        .channel(channel)
        .venue(venue)
        .flags(test ? EnumSet.of(Flag.TEST) : Set.of())
        .build();
  }

  /** A key of the address alone, for this process's memory only. */
  String passing(ServerWebExchange exchange) {
    return Callers.address(exchange).map(from -> passing.visitor(from, "")).orElse("unknown");
  }

  private Set<Flag> flags(@Nullable InetAddress address, @Nullable String browser) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (test) {
      flags.add(Flag.TEST);
    }
    if (bots.is(browser)) {
      flags.add(Flag.BOT);
    }
    if (address != null && isStaff(new InetSocketAddress(address, 0))) {
      flags.add(Flag.STAFF);
    }
    return flags;
  }

  private boolean isStaff(InetSocketAddress address) {
    return staffNetworks.stream().anyMatch(network -> network.matches(address));
  }

  private static IpSubnetFilterRule network(String cidr) {
    try {
      String[] parts = cidr.strip().split("/");
      int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : -1;
      if (prefix >= 0 && parts[0].matches("[0-9a-fA-F.:]+")) {
        return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException e) {
      // Told below, with the way out.
    }
    throw new IllegalArgumentException(
        "kepu.reach.staff-networks lists networks like 10.1.0.0/16 or 2001:db8::/32, not '%s'"
            .formatted(cidr));
  }

  /** A salt that dies with the process. */
  private record OwnSalt(byte[] salt) implements org.kepu.assistant.reach.visitor.Salts {

    @Override
    public byte[] of(Purpose purpose, java.time.LocalDate day) {
      return salt;
    }

    @Override
    public void destroyBefore(Purpose purpose, java.time.LocalDate day) {}
  }
}
