package org.kepu.assistant.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Locale;

/**
 * Who calls a tool.
 *
 * @param locale their language
 * @param address where they reached the service, without a slash at its end
 */
record Caller(Locale locale, String address) {

  static final String LOCALE = "locale";
  static final String ADDRESS = "address";

  static Caller of(McpTransportContext context) {
    return new Caller((Locale) context.get(LOCALE), (String) context.get(ADDRESS));
  }
}
