package org.kepu.assistant.web.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.FakeWechat;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service without an account on WeChat has no door there. */
@ServiceTest
class NoWechatIT {

  @LocalServerPort private int port;

  @Test
  void thereIsNoDoorAndNoPage() {
    Client client = new Client(port);
    String message = FakeWechat.text(FakeWechat.openId(), FakeWechat.messageId(), "麋鹿吃什么？");

    assertThat(FakeWechat.bring(client, message).status()).isEqualTo(404);
    assertThat(client.get("/wechat/portal?echostr=1&" + FakeWechat.parameters()).status())
        .isEqualTo(404);
    assertThat(client.get("/wechat/source/milu").status()).isEqualTo(404);
  }
}
