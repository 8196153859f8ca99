package org.kepu.assistant.reach.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我电话13812345678，麋鹿吃什么？|我电话【电话】，麋鹿吃什么？
          打我手机 138 1234 5678|打我手机 【电话】
          +86-13912345678|【电话】
          １３８１２３４５６７８|【电话】
          座机010-67123456|座机【电话】
          身份证11010519491231002X的孩子|身份证【身份证号】的孩子
          110105194912310021|【身份证号】
          写信到zhang.san@example.com.cn吧|写信到【邮箱】吧
          a_b+c@mail.example.org|【邮箱】
          卡号6222 0212 3456 7890 123|卡号【卡号】
          从192.168.31.77来的|从【网络地址】来的
          2001:db8::8a2e:370:7334|【网络地址】
          fe80:0:0:0:1:2:3:4 是什么|【网络地址】 是什么
          """)
  void whatNamesAPersonIsTakenOut(String text, String clean) {
    assertThat(PersonalData.removedFrom(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "麋鹿为什么叫“四不像”？",
        "地球到太阳有149597870700米吗？",
        "1.5亿公里是多少光年？",
        "今天12:30:45能看到月亮吗？",
        "2026年11月28日几点日落？",
        "12356是什么电话？",
        "光速是299792458米每秒",
        "恐龙在6600万年前灭绝了吗",
        "NGC 4565、M31和开普勒-452b",
        "@是什么意思"
      })
  void whatVisitorsAskStays(String text) {
    assertThat(PersonalData.removedFrom(text)).isEqualTo(text);
  }

  @Test
  void noneOfFiveHundredCanariesStays() {
    Random random = new Random(500);
    List<String> canaries = new ArrayList<>();
    for (int i = 0; i < 125; i++) {
      canaries.add("1" + (3 + random.nextInt(7)) + digits(random, 9));
      canaries.add(
          "11010"
              + (1 + random.nextInt(8))
              + "19"
              + (50 + random.nextInt(50))
              + "0"
              + (1 + random.nextInt(9))
              + "1"
              + random.nextInt(10)
              + digits(random, 3)
              + "X");
      canaries.add("canary" + digits(random, 5) + "@example.com");
      canaries.add(
          "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256));
    }

    assertThat(canaries)
        .hasSize(500)
        .allSatisfy(
            canary ->
                assertThat(PersonalData.removedFrom("我是" + canary + "，麋鹿吃什么？"))
                    .doesNotContain(canary)
                    .endsWith("，麋鹿吃什么？"));
  }

  private static String digits(Random random, int count) {
    return random.ints(count, 0, 10).mapToObj(Integer::toString).reduce("", String::concat);
  }
}
