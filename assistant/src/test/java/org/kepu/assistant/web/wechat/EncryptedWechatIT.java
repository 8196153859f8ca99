package org.kepu.assistant.web.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeWechat.AES_KEY;
import static org.kepu.assistant.FakeWechat.TOKEN;
import static org.kepu.assistant.FakeWechat.bring;
import static org.kepu.assistant.FakeWechat.bringEncrypted;
import static org.kepu.assistant.FakeWechat.messageId;
import static org.kepu.assistant.FakeWechat.openId;
import static org.kepu.assistant.FakeWechat.parameters;
import static org.kepu.assistant.FakeWechat.readEncrypted;
import static org.kepu.assistant.FakeWechat.text;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.FakeWechat;
import org.kepu.assistant.FakeWechat.Reply;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;

/** An account whose messages are encrypted takes no others. */
class EncryptedWechatIT {

  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final FakeWechat WECHAT = new FakeWechat();

  private static Service service;
  private static Client client;

  @BeforeAll
  static void start() {
    service =
        Service.start(
            IndexedHome.named("wechat-encrypted"),
            WECHAT.encryptedSettings().toArray(String[]::new));
    client = service.client();
    client.ask(QUESTION);
  }

  @AfterAll
  static void stop() {
    service.close();
    WECHAT.close();
  }

  @Test
  void anEncryptedQuestionGetsAnEncryptedAnswer() {
    String follower = openId();

    Response response =
        bringEncrypted(client, text(follower, messageId(), QUESTION), AES_KEY, TOKEN);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).doesNotContain(follower, "四不像");
    Reply reply = readEncrypted(response);
    assertThat(reply.to()).isEqualTo(follower);
    assertThat(reply.text()).contains("四不像", "[1]", "来源：").endsWith("（人工智能生成）");
  }

  @Test
  void aPlainMessageIsTurnedAwayEvenIfItIsSigned() {
    Response response = bring(client, text(openId(), messageId(), QUESTION));

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.json().path("code").asString()).isEqualTo("wechat_plain");
  }

  @Test
  void theSignatureMustCoverTheEncryptedMessage() {
    String message = text(openId(), messageId(), QUESTION);

    Response forged = bringEncrypted(client, message, AES_KEY, "other");
    Response exchanged =
        bring(client, parameters() + "&msg_signature=0", FakeWechat.envelope("AAAA"));

    assertThat(forged.status()).isEqualTo(403);
    assertThat(exchanged.status()).isEqualTo(403);
  }

  @Test
  void whatIsEncryptedWithAnotherKeyCannotBeRead() {
    String otherKey = "a" + AES_KEY.substring(1);

    Response response =
        bringEncrypted(client, text(openId(), messageId(), QUESTION), otherKey, TOKEN);

    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void aDocumentTypeIsRefusedOutsideAndInside() {
    String type = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    Response inside =
        bringEncrypted(client, type + text(openId(), messageId(), "&x;"), AES_KEY, TOKEN);
    Response outside =
        bring(
            client, parameters() + "&msg_signature=0", type + "<xml><Encrypt>&x;</Encrypt></xml>");

    assertThat(inside.status()).isEqualTo(400);
    assertThat(outside.status()).isEqualTo(400);
  }
}
