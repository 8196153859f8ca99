package org.kepu.assistant.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.text.TextForms;

class QuantitiesTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1.5亿千米, 1.5E11 length",
    "1亿5000万公里, 1.5E11 length",
    "'384,400千米', 3.844E8 length",
    "三十八万四千千米, 3.84E8 length",
    "一千二百千米, 1200000.0 length",
    "300多万吨, 3.0E12 mass",
    "百分之八, 0.08 share",
    "8％, 0.08 share",
    "四分之一, 0.25 share",
    "九成, 0.9 share",
    "半小时, 1800.0 time",
    "3个月, 7889400.0 time",
    "8月, 8.0 month-of-year",
    "第9, 9.0 ordinal",
    "零下５℃, -5.0 degree",
    "20世纪80年代, 20.0 century 1980.0 decade",
    "公元前3世纪, -3.0 century",
    "三四十厘米, 0.3 length 0.4 length",
    "30～40万千米, 3.0E8 length 4.0E8 length",
    "7月20日, 7.0 month-of-year 20.0 day-of-month 720.0 date",
    "每秒300米, 1.0 rate 300.0 length",
    "一点二米, 1.2 length"
  })
  void aNumberIsReadWithItsUnitWhateverItIsWrittenIn(String text, String read) {
    assertThat(read(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"二氧化碳", "十分巨大", "四川的三星堆", "千万不要", "一起一样一点", "几个", "M31", "三叶虫"})
  void aNumeralThatCountsNothingIsNone(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static String read(String text) {
    StringBuilder read = new StringBuilder();
    for (Quantity quantity : Quantities.in(TextForms.forMatching(text)).quantities()) {
      read.append(read.isEmpty() ? "" : " ");
      read.append((float) quantity.low()).append(' ').append(quantity.unit().measures());
    }
    return read.toString();
  }
}
