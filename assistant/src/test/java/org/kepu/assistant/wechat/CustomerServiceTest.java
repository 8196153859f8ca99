package org.kepu.assistant.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.FakeWechat;
import org.kepu.assistant.wechat.CustomerService.UndeliveredException;

class CustomerServiceTest {

  @Test
  void aServerThatIsNotWechatsIsToldNothing() throws Exception {
    try (FakeWechat wechat = new FakeWechat();
        CustomerService service = new CustomerService(at(wechat.untrustedAddress()))) {
      assertThatExceptionOfType(UndeliveredException.class)
          .isThrownBy(() -> service.send(new OpenId("o1"), "麋鹿"));

      assertThat(wechat.requests()).isZero();
    }
  }

  @Test
  void whereNobodyIsNothingIsDelivered() throws Exception {
    try (CustomerService service = new CustomerService(at("http://localhost:1"))) {
      assertThatExceptionOfType(UndeliveredException.class)
          .isThrownBy(() -> service.send(new OpenId("oSOMEBODY"), "麋鹿"))
          .withMessageContaining("kepu.wechat.api-address")
          .withMessageNotContaining("oSOMEBODY");
    }
  }

  private static WechatSettings at(String address) {
    return new WechatSettings(
        FakeWechat.APP_ID,
        FakeWechat.SECRET,
        FakeWechat.TOKEN,
        "",
        "",
        "",
        address,
        Duration.ofMillis(4_500),
        20);
  }
}
