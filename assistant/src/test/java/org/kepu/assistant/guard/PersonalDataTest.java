package org.kepu.assistant.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers here are made up; those with check digits have the right ones. */
class PersonalDataTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          我的电话是13800138000，麋鹿吃什么？      | 我的电话是［电话］，麋鹿吃什么？
          打 138-0013-8000 找我                  | 打 ［电话］ 找我
          打 138 0013 8000 找我                  | 打 ［电话］ 找我
          手机１３８００１３８０００               | 手机［电话］
          电话+86 13800138000.                   | 电话［电话］.
          一三八零零一三八零零零是我的号码         | ［电话］是我的号码
          幺三八零零幺三八零零零                   | ［电话］
          call me at 13800138000 please          | call me at ［电话］ please
          单位电话010-62051234                   | 单位电话［电话］
          家里(0755)2605 1234                    | 家里［电话］
          My number is +44 20 7946 0958          | My number is ［电话］
          我的邮箱是mi.lu@example.com，请回复      | 我的邮箱是［邮箱］，请回复
          邮箱ＭＩＬＵ＠example．com               | 邮箱［邮箱］
          身份证11010519491231002X能进馆吗        | 身份证［证件］能进馆吗
          11010519491231002x                     | ［证件］
          身份证号：110105194912310029            | 身份证号：［证件］
          身份证110105491231002                   | 身份证［证件］
          卡号6222 0212 3456 7890 128             | 卡号［卡号］
          4111111111111111                       | ［卡号］
          我的微信号是milu_1985                    | 我的微信号是［账号］
          QQ：12345678                            | QQ：［账号］
          护照E12345678                           | 护照［账号］
          我的地址是192.168.10.7，连得上吗         | 我的地址是［网络地址］，连得上吗
          """)
  void whatTellsWhoSomebodyIsIsTakenOut(String text, String rest) {
    assertThat(PersonalData.removedFrom(text)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NGC 224和M31是一个星系吗？",
        "2024YR4会撞地球吗？",
        "2026年11月29日有流星雨吗？",
        "2026-11-29 20:30能看到木星吗？",
        "20261129是哪天",
        "宇宙的年龄是13800000000年吗？",
        "宇宙年龄是13800000000吗",
        "一光年是9460730472580.8公里",
        "一个天文单位是149597870700米",
        "光速是299792458米每秒",
        "银河系有400000000000颗恒星",
        "太阳重1989000000000000000000000000000千克",
        "Gaia DR3 4472832130942575872是什么星？",
        "TIC 307210830有几颗行星",
        "圆周率3.14159265358979323846",
        "11010519491231002Y",
        "地球的直径是12742公里",
        "麋鹿从1985年到1987年回来了38只",
        "微信公众号是什么",
        "发邮件@科普讲解员",
        "一二三四五六七"
      })
  void numbersOfScienceStay(String text) {
    assertThat(PersonalData.removedFrom(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "@", "［电话］", "1", "一", "(((((0", "0000000000000000000000000"})
  void oddTextsAreLeftAsTheyAre(String text) {
    assertThat(PersonalData.removedFrom(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1 ", "a@", "+1 ", "a.", "一", "微信", "(0"})
  void whateverIsRepeatedNothingGrows(String piece) {
    String text = piece.repeat(500 / piece.length());

    assertThat(PersonalData.removedFrom(text)).hasSizeLessThanOrEqualTo(text.length());
  }
}
