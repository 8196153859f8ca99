package org.kepu.assistant.wechat;

import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceHttpComponentsImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.jspecify.annotations.Nullable;

/** Sends messages to followers by WeChat's API. Its calls block. */
public final class CustomerService implements AutoCloseable {

  private final CloseableHttpClient http;
  private final WxMpService wechat;

  /**
   * @param settings of an account that is configured
   */
  public CustomerService(WechatSettings settings) {
    this.http = checkingCertificates();
    this.wechat = new CarefulService(http);
    WxMpDefaultConfigImpl account = new WxMpDefaultConfigImpl();
    account.setAppId(settings.appId());
    account.setSecret(settings.secret());
    // The other kind of token ends when the next node asks for one.
    account.useStableAccessToken(true);
    account.setHostConfig(WxMpHostConfig.builder().apiHost(settings.apiAddress()).build());
    wechat.setWxMpConfigStorage(account);
    wechat.setMaxRetryTimes(2);
  }

  /**
   * Sends a text of at most {@link AnswerText#MOST_BYTES} bytes.
   *
   * @throws UndeliveredException if WeChat does not take it
   */
  public void send(OpenId to, String text) {
    try {
      wechat
          .getKefuService()
          .sendKefuMessage(WxMpKefuMessage.TEXT().toUser(to.value()).content(text).build());
    } catch (WxErrorException e) {
      throw new UndeliveredException(e.getError().getErrorCode());
    } catch (WxRuntimeException e) {
      throw new UndeliveredException(null);
    }
  }

  /** The library's own client believes any certificate, and would tell anybody the secret. */
  private static CloseableHttpClient checkingCertificates() {
    return HttpClients.custom()
        .useSystemProperties()
        .disableRedirectHandling()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(5, TimeUnit.SECONDS).build())
                .setDefaultSocketConfig(
                    SocketConfig.custom().setSoTimeout(10, TimeUnit.SECONDS).build())
                .build())
        .build();
  }

  @Override
  public void close() throws java.io.IOException {
    http.close();
  }

  /** WeChat did not take a message. Its words are left out: they may name the follower. */
  public static final class UndeliveredException extends RuntimeException {

    @java.io.Serial private static final long serialVersionUID = 1L;

    UndeliveredException(@Nullable Integer code) {
      super(
          code == null
              ? "WeChat's API cannot be reached (kepu.wechat.api-address)"
              : "WeChat's API answered with the error " + code);
    }
  }

  /** The library's service over a client of ours. */
  private static final class CarefulService extends WxMpServiceHttpComponentsImpl {

    private final CloseableHttpClient http;

    CarefulService(CloseableHttpClient http) {
      this.http = http;
    }

    @Override
    public void initHttp() {
      // There is one already.
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
      return http;
    }
  }
}
