package org.kepu.assistant.web.mcp;

import com.fasterxml.jackson.annotation.JsonValue;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Callers;
import org.springdoc.core.annotations.RouterOperation;
import org.springframework.ai.mcp.server.webflux.transport.WebFluxStatelessServerTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** The server behind {@code /mcp}: no sessions, so that any node answers any call. */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

  static final String PATH = "/mcp";

  private static final String INSTRUCTIONS =
      """
      A Chinese knowledge base on nature, astronomy and biodiversity of a science academy in Beijing.
      `ask` answers a question with sentences that each cite a source, or says that there is none;
      `search` finds sections, `read` gives the text a citation points into.
      Questions may be in Chinese or English; the texts are in Chinese.\
      """;

  /**
   * The transport writes this failure into its responses as it is; its stack is nobody's business.
   */
  @Bean
  JsonMapperBuilderCustomizer failuresWithoutTheirStack() {
    return builder -> builder.addMixIn(McpError.class, WithoutStack.class);
  }

  @Bean
  WebFluxStatelessServerTransport mcpTransport(JsonMapper json) {
    return WebFluxStatelessServerTransport.builder()
        .jsonMapper(new JacksonMcpJsonMapper(json))
        .messageEndpoint(PATH)
        .contextExtractor(McpConfiguration::caller)
        .securityValidator(new SameOrigin())
        .build();
  }

  @Bean(destroyMethod = "close")
  McpStatelessAsyncServer mcpServer(
      WebFluxStatelessServerTransport transport,
      Tools tools,
      JsonMapper json,
      ObjectProvider<BuildProperties> build) {
    McpJsonMapper mapper = new JacksonMcpJsonMapper(json);
    @Nullable BuildProperties properties = build.getIfAvailable();
    return McpServer.async(new Complete(transport))
        .serverInfo("kepu", properties == null ? "development" : properties.getVersion())
        .instructions(INSTRUCTIONS)
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .jsonMapper(mapper)
        .tools(tools.all())
        .build();
  }

  @Bean
  @RouterOperation(
      path = PATH,
      method = RequestMethod.POST,
      operation =
          @Operation(
              operationId = "mcp",
              tags = "MCP",
              summary = "The knowledge base as a Model Context Protocol tool server",
              description =
                  "JSON-RPC over streamable HTTP, without sessions. Tools: search, read, ask. An ask is"
                      + " counted as a question of the channel api."))
  RouterFunction<?> mcpRoutes(WebFluxStatelessServerTransport transport) {
    return whole(transport.getRouterFunction());
  }

  /**
   * The transport would answer an empty body with nothing at all, and takes members of the wrong
   * type for a failure of its own.
   */
  private static <T extends ServerResponse> RouterFunction<?> whole(RouterFunction<T> routes) {
    return routes.filter(
        (request, next) ->
            request.method().equals(HttpMethod.POST)
                    && request.headers().contentLength().orElse(-1) == 0
                ? Mono.error(ApiException.badRequest("malformed_request"))
                : next.handle(request)
                    .onErrorMap(
                        DatabindException.class,
                        wrong -> ApiException.badRequest("malformed_request")));
  }

  private static McpTransportContext caller(ServerRequest request) {
    return McpTransportContext.create(
        Map.of(
            Caller.LOCALE, Callers.locale(request.headers().asHttpHeaders()),
            Caller.ADDRESS, Callers.reachedAt(request.uri())));
  }

  private interface WithoutStack {
    @JsonValue
    JSONRPCError getJsonRpcError();
  }
}
