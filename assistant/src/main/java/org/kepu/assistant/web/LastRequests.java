package org.kepu.assistant.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Answers the last request of a connection, the one that asks for it to be closed. Reactor Netty
 * (1.3.6 to 1.3.8 were tried) drops one in ten of them without an answer where others came before
 * on the same connection; so it is shown a request like any other, and the connection is closed
 * here.
 */
@Component
final class LastRequests implements NettyServerCustomizer {

  private static final String NAME = "kepu.lastRequests";

  @Override
  public HttpServer apply(HttpServer server) {
    return server.doOnChannelInit(
        (observer, channel, remote) ->
            channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, NAME, new Closing()));
  }

  private static final class Closing extends ChannelDuplexHandler {

    private int unanswered;
    private boolean last;
    private boolean ended;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request) {
        if (last) {
          ended = true;
        } else {
          unanswered++;
          if (request.protocolVersion().equals(HttpVersion.HTTP_1_1)
              && !HttpUtil.isKeepAlive(request)) {
            last = true;
            HttpUtil.setKeepAlive(request, true);
          }
        }
      }
      if (ended) {
        // What follows the last request is nobody's.
        ReferenceCountUtil.release(message);
      } else {
        context.fireChannelRead(message);
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      boolean closes = last && unanswered == 1;
      if (closes && message instanceof HttpResponse response && isFinal(response)) {
        HttpUtil.setKeepAlive(response, false);
      }
      if (message instanceof LastHttpContent && !isInterim(message)) {
        unanswered--;
        if (closes) {
          context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
          return;
        }
      }
      context.write(message, promise);
    }

    private static boolean isInterim(Object message) {
      return message instanceof HttpResponse response && !isFinal(response);
    }

    private static boolean isFinal(HttpResponse response) {
      return response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
    }
  }
}
