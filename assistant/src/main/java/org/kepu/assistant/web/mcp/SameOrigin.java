package org.kepu.assistant.web.mcp;

import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityValidator;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Turns away what a page of another site sends through a visitor's browser, as the protocol asks:
 * else such a page could reach a service that only the visitor's network can.
 */
final class SameOrigin implements ServerTransportSecurityValidator {

  @Override
  public void validateHeaders(Map<String, List<String>> headers)
      throws ServerTransportSecurityException {
    String origin = first(headers, "Origin");
    if (!origin.isEmpty() && !authority(origin).equalsIgnoreCase(first(headers, "Host"))) {
      throw new ServerTransportSecurityException(403, "Pages of other sites may not call this");
    }
  }

  private static String first(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElse("");
  }

  /** Nobody's, where the origin makes no sense. */
  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "?" : authority;
    } catch (IllegalArgumentException e) {
      return "?";
    }
  }
}
