package org.kepu.assistant.wechat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The academy's official account on WeChat. Without an {@code appId} there is none.
 *
 * @param appId the account's AppID
 * @param secret its AppSecret, for answers that are sent afterwards
 * @param token what was typed as Token (令牌) on the account's page; messages are signed with it
 * @param aesKey what was typed as EncodingAESKey there, 43 letters and digits; empty: messages are
 *     not encrypted (明文模式)
 * @param venue whose questions greet a new follower; empty: the whole collection's
 * @param publicAddress where visitors reach this service, {@code https://ask.example.org}, for the
 *     links in answers; empty: as WeChat reached it
 * @param apiAddress where WeChat's API is
 * @param replyWithin how long an answer may take to be the reply itself, 1s to 4800ms; WeChat waits
 *     5 seconds, and what comes later is sent as a customer-service message
 * @param questionsPerMinute how many questions one follower may ask in a minute, 1 or more
 */
@ConfigurationProperties("kepu.wechat")
public record WechatSettings(
    @DefaultValue("") String appId,
    @DefaultValue("") String secret,
    @DefaultValue("") String token,
    @DefaultValue("") String aesKey,
    @DefaultValue("") String venue,
    @DefaultValue("") String publicAddress,
    @DefaultValue("https://api.weixin.qq.com") String apiAddress,
    @DefaultValue("4500ms") Duration replyWithin,
    @DefaultValue("20") int questionsPerMinute) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMillis(4_800);

  public WechatSettings {
    appId = appId.strip();
    secret = secret.strip();
    token = token.strip();
    aesKey = aesKey.strip();
    venue = venue.strip();
    publicAddress = withoutSlash(publicAddress.strip());
    apiAddress = withoutSlash(apiAddress.strip());
    if (!appId.isEmpty() && (secret.isEmpty() || token.isEmpty())) {
      throw new IllegalArgumentException(
          "kepu.wechat.app-id is set, so kepu.wechat.secret and kepu.wechat.token must be too"
              + " (KEPU_WECHAT_SECRET, KEPU_WECHAT_TOKEN)");
    }
    if (!aesKey.isEmpty() && !aesKey.matches("[A-Za-z0-9]{43}")) {
      throw new IllegalArgumentException(
          "kepu.wechat.aes-key is the account's EncodingAESKey of 43 letters and digits, not %d characters"
              .formatted(aesKey.length()));
    }
    if (!venue.matches("[A-Za-z0-9._:-]{0,64}")) {
      throw new IllegalArgumentException(
          "kepu.wechat.venue is the id of a venue, like milu, not '%s'".formatted(venue));
    }
    anAddress("public-address", publicAddress, true);
    anAddress("api-address", apiAddress, false);
    if (replyWithin.compareTo(SHORTEST) < 0 || replyWithin.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "kepu.wechat.reply-within is from 1s to 4800ms, because WeChat waits 5 seconds, not "
              + replyWithin);
    }
    if (questionsPerMinute < 1) {
      throw new IllegalArgumentException(
          "kepu.wechat.questions-per-minute is 1 or more, not " + questionsPerMinute);
    }
  }

  public boolean configured() {
    return !appId.isEmpty();
  }

  boolean encrypts() {
    return !aesKey.isEmpty();
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static void anAddress(String name, String value, boolean mayBeEmpty) {
    if (!(mayBeEmpty && value.isEmpty()) && !value.matches("https?://[^\\s\"'<>?#]+")) {
      throw new IllegalArgumentException(
          "kepu.wechat.%s is an address like https://ask.example.org, not '%s'"
              .formatted(name, value));
    }
  }

  /** Never shows what is secret. */
  @Override
  public String toString() {
    return "WechatSettings[appId=%s, venue=%s, publicAddress=%s, apiAddress=%s]"
        .formatted(appId, venue, publicAddress, apiAddress);
  }
}
