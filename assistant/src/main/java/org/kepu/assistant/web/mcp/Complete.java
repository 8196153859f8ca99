package org.kepu.assistant.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * A transport that hands on complete calls alone: the server takes parameters that are missing for
 * a failure of its own.
 */
final class Complete implements McpStatelessServerTransport {

  private static final Set<String> NEED_PARAMETERS =
      Set.of(McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_TOOLS_CALL);

  private final McpStatelessServerTransport transport;

  Complete(McpStatelessServerTransport transport) {
    this.transport = transport;
  }

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    transport.setMcpHandler(
        new McpStatelessServerHandler() {
          @Override
          public Mono<JSONRPCResponse> handleRequest(
              McpTransportContext context, JSONRPCRequest request) {
            return request.params() == null && NEED_PARAMETERS.contains(request.method())
                ? Mono.just(withoutParameters(request))
                : handler.handleRequest(context, request);
          }

          @Override
          public Mono<Void> handleNotification(
              McpTransportContext context, JSONRPCNotification notification) {
            return handler.handleNotification(context, notification);
          }
        });
  }

  private static JSONRPCResponse withoutParameters(JSONRPCRequest request) {
    return JSONRPCResponse.error(
        request.id(),
        new JSONRPCResponse.JSONRPCError(
            McpSchema.ErrorCodes.INVALID_PARAMS,
            "%s needs params, an object; none were sent".formatted(request.method())));
  }

  @Override
  public Mono<Void> closeGracefully() {
    return transport.closeGracefully();
  }

  @Override
  public void close() {
    transport.close();
  }

  @Override
  public List<String> protocolVersions() {
    return transport.protocolVersions();
  }
}
