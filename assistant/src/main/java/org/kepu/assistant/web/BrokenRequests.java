package org.kepu.assistant.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Refuses what is no HTTP, and lines that are too long, before the server sees them. On a
 * connection that is used again Reactor Netty 1.3.8 leaves one in ten of them without an answer,
 * and it warns in the log of each, which anybody could fill that way.
 */
@Component
final class BrokenRequests implements NettyServerCustomizer {

  private static final Logger log = LoggerFactory.getLogger(BrokenRequests.class);

  private static final String NAME = "kepu.brokenRequests";

  @Override
  public HttpServer apply(HttpServer server) {
    return server.doOnChannelInit(
        (observer, channel, remote) ->
            channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, new Refusing()));
  }

  private static final class Refusing extends ChannelDuplexHandler {

    private int unanswered;
    private @Nullable HttpResponseStatus refused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (refused != null) {
        ReferenceCountUtil.release(message);
      } else if (message instanceof HttpRequest request && request.decoderResult().isFailure()) {
        Throwable cause = request.decoderResult().cause();
        ReferenceCountUtil.release(message);
        log.debug("Not HTTP: {}", String.valueOf(cause));
        refused = statusOf(cause);
        refuseInTurn(context);
      } else {
        if (message instanceof HttpRequest) {
          unanswered++;
        }
        context.fireChannelRead(message);
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      var _ = context.write(message, promise);
      if (EndOfAnswer.is(message)) {
        unanswered--;
        refuseInTurn(context);
      }
    }

    /** After the answers to what was sent before it: a client takes answers in order. */
    private void refuseInTurn(ChannelHandlerContext context) {
      if (refused != null && unanswered == 0) {
        refuse(context, refused);
      }
    }

    private static HttpResponseStatus statusOf(Throwable cause) {
      return switch (cause) {
        case TooLongHttpLineException e -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
        case TooLongHttpHeaderException e -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        default -> HttpResponseStatus.BAD_REQUEST;
      };
    }

    /**
     * Reads on for a second before it closes: what is closed with something unread is reset, and
     * the answer with it.
     */
    private static void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
      DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
      response
          .headers()
          .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO)
          .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      Channel channel = context.channel();
      context
          .writeAndFlush(response)
          .addListener(
              written -> {
                channel.config().setAutoRead(true);
                var _ = context.executor().schedule((Runnable) channel::close, 1, TimeUnit.SECONDS);
              });
    }
  }
}
