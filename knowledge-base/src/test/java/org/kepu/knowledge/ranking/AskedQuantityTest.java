package org.kepu.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedQuantityTest {

  @ParameterizedTest(name = "“{0}” is not answered by “{1}”")
  @CsvSource({
    "麋鹿嘴里有几颗牙, 麋鹿没有上门牙",
    "扬子鳄一共多少颗牙, 下颌的第四颗牙被上颌遮住",
    "三角龙能活多少岁, 三角龙成年后体长约8到9米",
    "悟空号造价是多少, 悟空号在2015年发射",
    "水獭有多重, 水獭体长约70厘米",
    "猎豹时速多少, 猎豹有3只幼崽",
    "那里有多少度, 那里有4个湖",
    "怀孕要几个月, 一胎生3个"
  })
  void aNumberOfAnotherKindIsNone(String question, String passage) {
    assertThat(AskedQuantity.missing(question, passage)).isTrue();
  }

  @ParameterizedTest(name = "“{0}” may be answered by “{1}”")
  @CsvSource({
    "木星有几颗卫星, 木星有95颗已知的卫星",
    "蜘蛛有几条腿, 蜘蛛有八条腿",
    "蜂巢里有多少只蜜蜂, 一窝有几万到5万多只",
    "麋鹿能活多少年, 麋鹿一般能活十几年",
    "怀孕要几个月, 也就是9个多月",
    "太阳离地球有多远, 平均约1.5亿千米",
    "水獭有多重, 体重约5千克到10千克",
    "水獭有多重, 大约是猫的2倍",
    "金星上有多少度, 约465℃",
    "地球有多少岁, 大约有46亿岁",
    "麋鹿有多高多重, 肩高约1.2米"
  })
  void aNumberOfItsKindMayBeTheAnswer(String question, String passage) {
    assertThat(AskedQuantity.missing(question, passage)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"麋鹿为什么叫四不像", "几乎所有的鹿都有角吗", "月亮有好几个名字吗", "地球有多大"})
  void whoAsksForNoNumberMissesNone(String question) {
    assertThat(AskedQuantity.missing(question, "没有数")).isFalse();
  }
}
