package org.kepu.knowledge.ranking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quantities that a question asks for, as the unit of their answer: the numeric part of what
 * question answering calls the expected answer type (Li and Roth, Learning Question Classifiers,
 * COLING 2002). Who asks how many teeth somebody has is not answered where no teeth are counted.
 */
public final class AskedQuantity {

  private static final String NUMBER =
      "(?<!第)(?<!第[一二三四五六七八九十])(?:[0-9][0-9.,]*|[一二两三四五六七八九十百千半零])[多余来几]?[十百千万亿]*[多余来]?(?:[个分]半|个多)?";

  /** Of which the passage holds one: a count and the measure word that the question counts by. */
  private static final Pattern COUNT =
      Pattern.compile("(?<![好十])(?:几|多少)(个(?!月|小时|星期|世纪|钟头)|[只颗头种条块根枚对次层座位名片级场架辆艘匹朵棵株瓣节圈类口双])");

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "多长(?!时间)|多高|多宽|多远|多深|多厚|身长|身高|体长|翼展|直径|半径|(?:几|多少)(?:毫米|厘米|分米|米|千米|公里|光年)",
              "(?:纳米|微米|毫米|厘米|分米|米|千米|公里|光年|天文单位|尺|丈|里)"),
          new Kind("多重|体重|(?:几|多少)(?:克|千克|公斤|斤|吨)", "(?:毫克|克|千克|公斤|斤|吨)|倍|分之"),
          new Kind(
              "多久|多长时间|几岁|寿命|(?:几|多少)(?:岁|年|天|秒|分钟|小时|个月|个小时|星期|个星期|周)",
              "(?:亿年|万年|年|岁|个月|月|天|日|周|个星期|小时|个小时|分钟|秒)"),
          new Kind("多快|时速|速度(?:是|有)?多少", "(?:毫米|厘米|米|千米|公里|倍|圈|次)"),
          new Kind("(?:几|多少)度|多热|多冷|温度(?:是|有)?多少", "(?:度|摄氏度|℃|°c)"),
          new Kind("多少钱|多贵|造价|价格|几块钱", "(?:元|块钱|美元|欧元|英镑)"));

  private AskedQuantity() {}

  /**
   * Whether {@code question} asks for a quantity of which {@code passage} holds none.
   *
   * @param question as for matching
   * @param passage as for matching
   */
  public static boolean missing(String question, String passage) {
    Matcher count = COUNT.matcher(question);
    boolean asked = false;
    while (count.find()) {
      asked = true;
      if (Pattern.compile(NUMBER + count.group(1)).matcher(passage).find()) {
        return false;
      }
    }
    for (Kind kind : KINDS) {
      if (kind.question().matcher(question).find()) {
        asked = true;
        if (kind.answer().matcher(passage).find()) {
          return false;
        }
      }
    }
    return asked;
  }

  private record Kind(Pattern question, Pattern answer) {
    Kind(String question, String unit) {
      this(Pattern.compile(question), Pattern.compile(NUMBER + unit));
    }
  }
}
