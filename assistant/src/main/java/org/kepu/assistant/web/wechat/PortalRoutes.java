package org.kepu.assistant.web.wechat;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Callers;
import org.kepu.assistant.wechat.ForgedMessageException;
import org.kepu.assistant.wechat.Incoming;
import org.kepu.assistant.wechat.Reply;
import org.kepu.assistant.wechat.Seal;
import org.kepu.assistant.wechat.Stamp;
import org.kepu.assistant.wechat.UnreadableMessageException;
import org.kepu.assistant.wechat.WechatSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where WeChat brings what followers of the account do, and takes the replies along. Not there
 * unless an account is configured.
 */
@RestController
final class PortalRoutes {

  private static final Logger log = LoggerFactory.getLogger(PortalRoutes.class);

  private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  /** What WeChat takes for “nothing to say”. */
  private static final String NOTHING = "success";

  private final WechatSettings settings;
  private final Seal seal;
  private final Correspondence correspondence;

  PortalRoutes(WechatSettings settings, Seal seal, Correspondence correspondence) {
    this.settings = settings;
    this.seal = seal;
    this.correspondence = correspondence;
  }

  /** WeChat tries out the address when it is entered on the account's page. */
  @Operation(hidden = true)
  @GetMapping("/wechat/portal")
  ResponseEntity<String> enter(
      @RequestParam(defaultValue = "") String echostr, ServerWebExchange exchange) {
    onlyIfConfigured();
    try {
      seal.check(stamp(exchange));
    } catch (ForgedMessageException e) {
      throw refused(e);
    }
    return ResponseEntity.ok().contentType(TEXT).body(echostr);
  }

  @Operation(hidden = true)
  @PostMapping("/wechat/portal")
  Mono<ResponseEntity<String>> receive(
      @RequestBody(required = false) @Nullable String body, ServerWebExchange exchange) {
    onlyIfConfigured();
    Incoming message = opened(stamp(exchange), body == null ? "" : body);
    return correspondence
        .reply(message, Callers.reachedAt(exchange.getRequest().getURI()))
        .map(text -> replied(message, text))
        .defaultIfEmpty(ResponseEntity.ok().contentType(TEXT).body(NOTHING));
  }

  private Incoming opened(Stamp stamp, String body) {
    try {
      return seal.open(stamp, body);
    } catch (ForgedMessageException e) {
      throw refused(e);
    } catch (UnreadableMessageException e) {
      log.warn("WeChat's portal was sent what it cannot read: {}", e.getMessage());
      throw ApiException.badRequest("malformed_request");
    }
  }

  private ResponseEntity<String> replied(Incoming message, String text) {
    Reply reply = new Reply(message.from(), message.account(), text, seal.now());
    return ResponseEntity.ok().contentType(XML).body(seal.close(reply.xml()));
  }

  private void onlyIfConfigured() {
    if (!settings.configured()) {
      throw ApiException.notFound("not_found");
    }
  }

  /** An operator whose account does not work sees here why. */
  private static ApiException refused(ForgedMessageException e) {
    log.warn("A request to WeChat's portal was refused: {}", e.reason());
    return new ApiException(
        HttpStatus.FORBIDDEN, "wechat_" + e.reason().name().toLowerCase(Locale.ROOT));
  }

  private static Stamp stamp(ServerWebExchange exchange) {
    MultiValueMap<String, String> sent = exchange.getRequest().getQueryParams();
    return Stamp.of(
        sent.getFirst("timestamp"),
        sent.getFirst("nonce"),
        sent.getFirst("signature"),
        sent.getFirst("msg_signature"));
  }
}
