package org.kepu.assistant;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.Client.Response;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat, as an official account sees it: it signs messages and brings them to the account's
 * address, encrypted or not, and has an API that takes messages to followers. Written after
 * WeChat's documentation, without the library that the service uses.
 */
public final class FakeWechat implements AutoCloseable {

  public static final String APP_ID = "wx5823bf96d3bd56c7";
  public static final String SECRET = "0123456789abcdef0123456789abcdef";
  public static final String TOKEN = "QDG6eK";
  public static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
  public static final String ACCOUNT = "gh_7f083739789a";

  private static final String SEND = "/cgi-bin/message/custom/send";
  private static final int BLOCK = 32;

  private final WireMockServer api =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().jettyStopTimeout(100L));

  public FakeWechat() {
    api.start();
    takesMessages();
  }

  /** The settings of a service with this account, whose messages are plain. */
  public List<String> settings() {
    return List.of(
        "kepu.wechat.app-id=" + APP_ID,
        "kepu.wechat.secret=" + SECRET,
        "kepu.wechat.token=" + TOKEN,
        "kepu.wechat.venue=milu",
        "kepu.wechat.public-address=https://ask.example.org",
        "kepu.wechat.api-address=http://localhost:" + api.port(),
        "kepu.wechat.questions-per-minute=1000");
  }

  /** The same account's, whose messages are encrypted. */
  public List<String> encryptedSettings() {
    List<String> settings = new ArrayList<>(settings());
    settings.add("kepu.wechat.aes-key=" + AES_KEY);
    return settings;
  }

  /** The address of the API under a certificate that nobody has signed. */
  public String untrustedAddress() {
    return "https://localhost:" + api.httpsPort();
  }

  /** From now on the API takes every message. */
  public void takesMessages() {
    api.resetAll();
    api.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    token("t-1", Scenario.STARTED, "asked once");
    token("t-2", "asked once", "asked twice");
    api.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}")));
  }

  /** From now on the API answers so. */
  public void refusesMessages(int code, String words) {
    takesMessages();
    api.stubFor(
        post(urlPathEqualTo(SEND))
            .willReturn(okJson("{\"errcode\":%d,\"errmsg\":\"%s\"}".formatted(code, words))));
  }

  /** From now on the API does not know the first token any more. */
  public void forgetsTheFirstToken() {
    takesMessages();
    api.stubFor(
        post(urlPathEqualTo(SEND))
            .withQueryParam(
                "access_token", com.github.tomakehurst.wiremock.client.WireMock.equalTo("t-1"))
            .willReturn(okJson("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}")));
  }

  private void token(String token, String before, String after) {
    api.stubFor(
        post(urlPathEqualTo("/cgi-bin/stable_token"))
            .inScenario("tokens")
            .whenScenarioStateIs(before)
            .willSetStateTo(after)
            .willReturn(okJson("{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(token))));
  }

  /** What the API was told to send to a follower. */
  public List<String> sentTo(String openId) {
    return api.findAll(postRequestedFor(urlPathEqualTo(SEND))).stream()
        .map(request -> new JsonMapper().readTree(request.getBodyAsString()))
        .filter(message -> message.path("touser").asString().equals(openId))
        .map((JsonNode message) -> message.path("text").path("content").asString())
        .toList();
  }

  /** How many requests of whatever kind the API got. */
  public int requests() {
    return api.getAllServeEvents().size();
  }

  /** A follower of whom nobody has heard. */
  public static String openId() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return "oCANARY" + HexFormat.of().formatHex(random).substring(0, 21);
  }

  /** The number of a message, of which there is no other. */
  public static String messageId() {
    return "23"
        + ThreadLocalRandom.current().nextLong(10_000_000_000_000_00L, 99_999_999_999_999_99L);
  }

  /** A text as it comes in. */
  public static String text(String from, String id, String text) {
    return message(
        from, "text", "<Content><![CDATA[%s]]></Content>\n<MsgId>%s</MsgId>".formatted(text, id));
  }

  /** An event as it comes in. */
  public static String event(String from, String event) {
    return message(
        from,
        "event",
        "<Event><![CDATA[%s]]></Event>\n<EventKey><![CDATA[]]></EventKey>".formatted(event));
  }

  /** A message of any kind as it comes in. */
  public static String message(String from, String kind, String more) {
    return """
    <xml>
    <ToUserName><![CDATA[%s]]></ToUserName>
    <FromUserName><![CDATA[%s]]></FromUserName>
    <CreateTime>%d</CreateTime>
    <MsgType><![CDATA[%s]]></MsgType>
    %s
    </xml>"""
        .formatted(ACCOUNT, from, Instant.now().getEpochSecond(), kind, more);
  }

  /** The parameters of a request that is made now, with a number of its own. */
  public static String parameters() {
    return parameters(Instant.now(), nonce(), TOKEN);
  }

  public static String parameters(Instant at, String nonce, String token) {
    String timestamp = String.valueOf(at.getEpochSecond());
    return "signature=%s&timestamp=%s&nonce=%s"
        .formatted(signature(token, timestamp, nonce), timestamp, nonce);
  }

  public static String nonce() {
    return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L));
  }

  /** Brings a plain message to a service. */
  public static Response bring(Client client, String message) {
    return bring(client, parameters(), message);
  }

  public static Response bring(Client client, String parameters, String body) {
    return client.post("/wechat/portal?" + parameters, body, "Content-Type", "text/xml");
  }

  /** Brings a message encrypted. */
  public static Response bringEncrypted(
      Client client, String message, String aesKey, String token) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String nonce = nonce();
    String encrypted = encrypted(message, aesKey);
    return bring(
        client,
        "signature=%s&timestamp=%s&nonce=%s&openid=o&encrypt_type=aes&msg_signature=%s"
            .formatted(
                signature(TOKEN, timestamp, nonce),
                timestamp,
                nonce,
                signature(token, timestamp, nonce, encrypted)),
        envelope(encrypted));
  }

  public static String envelope(String encrypted) {
    return "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
        .formatted(ACCOUNT, encrypted);
  }

  /** What WeChat reads in a plain reply. */
  public static Reply read(Response response) {
    return read(response.text());
  }

  /** What WeChat reads in an encrypted reply. */
  public static Reply readEncrypted(Response response) {
    Document envelope = parsed(response.text());
    String encrypted = element(envelope, "Encrypt");
    String expected =
        signature(TOKEN, element(envelope, "TimeStamp"), element(envelope, "Nonce"), encrypted);
    if (!expected.equals(element(envelope, "MsgSignature"))) {
      throw new IllegalStateException("The reply is not signed with the account's token");
    }
    return read(decrypted(encrypted));
  }

  private static Reply read(String xml) {
    Document reply = parsed(xml);
    return new Reply(
        element(reply, "ToUserName"),
        element(reply, "FromUserName"),
        element(reply, "MsgType"),
        element(reply, "Content"),
        Long.parseLong(element(reply, "CreateTime")));
  }

  /** A reply to a message. */
  public record Reply(String to, String from, String kind, String text, long at) {}

  private static String signature(String... parts) {
    String joined = Stream.of(parts).sorted().collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 16 random bytes, the length, the message, the account; filled up to blocks of 32 bytes. */
  private static String encrypted(String message, String aesKey) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    byte[] content = message.getBytes(UTF_8);
    byte[] account = APP_ID.getBytes(UTF_8);
    int length = 16 + 4 + content.length + account.length;
    int filling = BLOCK - length % BLOCK;
    byte[] fill = new byte[filling];
    Arrays.fill(fill, (byte) filling);
    byte[] whole =
        ByteBuffer.allocate(length + filling)
            .put(random)
            .putInt(content.length)
            .put(content)
            .put(account)
            .put(fill)
            .array();
    return Base64.getEncoder().encodeToString(aes(Cipher.ENCRYPT_MODE, aesKey, whole));
  }

  private static String decrypted(String encrypted) {
    byte[] whole = aes(Cipher.DECRYPT_MODE, AES_KEY, Base64.getDecoder().decode(encrypted));
    int length = ByteBuffer.wrap(whole, 16, 4).getInt();
    int end = whole.length - whole[whole.length - 1];
    if (!new String(whole, 20 + length, end - 20 - length, UTF_8).equals(APP_ID)) {
      throw new IllegalStateException("The reply is not of the account");
    }
    return new String(whole, 20, length, UTF_8);
  }

  private static byte[] aes(int mode, String aesKey, byte[] bytes) {
    try {
      byte[] key = Base64.getDecoder().decode(aesKey + "=");
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document parsed(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new IllegalStateException("No XML: " + xml, e);
    }
  }

  private static String element(Document document, String name) {
    org.w3c.dom.@Nullable Node found = document.getElementsByTagName(name).item(0);
    if (found == null) {
      throw new IllegalStateException("There is no element " + name);
    }
    return found.getTextContent();
  }

  @Override
  public void close() {
    api.stop();
  }
}
