package org.kepu.assistant.context;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.text.TextForms;

/**
 * What two turns are about where no table knows its name: the words that both say, or else the
 * longest stretch of one of them between words that say nothing of a subject.
 */
final class Phrases {

  private static final int LEAST = 2;
  private static final int MOST = 16;

  /** Words of asking, judging and pointing, longer ones first. */
  private static final String EMPTY_WORDS =
      "听说过|为什么|怎么样|你知道|我知道|你觉得|我觉得|是不是|有没有|什么样|什么|怎么|哪里|哪儿|哪个|哪些|多少|可以|应该|可能|"
          + "不是|就是|还是|知道|听说|喜欢|认识|觉得|推荐|一下|一个|请问|告诉|今天|明天|现在|真的|超级|特别|非常|当然|自己|人家|"
          + "我们|你们|他们|她们|它们|这个|那个|这么|那么|但是|因为|所以|如果|已经|然后|好看|好听|好吃|好玩|好喝|漂亮|可爱|没有|"
          + "谁|几|那|这|的|了|吗|呢|吧|啊|呀|哦|嘛|哈|嗯|是|有|在|也|都|就|还|很|太|最|好|不|没|我|你|他|她|它|会|能|要|想|"
          + "去|来|说|给|让|把|被|跟|和|与|对|从|到|过|着|得|看|听|玩|吃|喝|爱|呗|么|咋|啥|别|叫|上|里|才|又|再|只|啦|个|"
          + "\\bthe\\b|\\ba\\b|\\bis\\b|\\bare\\b|\\bwhat\\b|\\bdo\\b|\\bdoes\\b|\\byou\\b|\\bi\\b";

  private static final Pattern PARTING = Pattern.compile("(" + EMPTY_WORDS + "|[^\\p{L}\\p{N} ])+");
  private static final Pattern LEADING = Pattern.compile("^(" + EMPTY_WORDS + "|[^\\p{L}\\p{N}])+");
  private static final Pattern TRAILING =
      Pattern.compile("(" + EMPTY_WORDS + "|[^\\p{L}\\p{N}])+$");

  private Phrases() {}

  /** The topic of a question and its answer; empty if neither says anything. */
  static Optional<String> topic(String question, String answer) {
    return shared(question, answer).or(() -> longest(question)).or(() -> longest(answer));
  }

  /** What both say at length, without empty words around it. */
  static Optional<String> shared(String one, String other) {
    String stretch = stretch(one, other);
    return Optional.of(stretch.equals(other) ? other : bare(stretch))
        .filter(shared -> shared.length() >= LEAST);
  }

  /** The longest stretch of {@code one} that {@code other} has too, the first of several. */
  private static String stretch(String one, String other) {
    String form = TextForms.forEmbedding(one);
    String within = TextForms.forEmbedding(other);
    String longest = "";
    for (int start = 0; start < form.length(); start++) {
      int end = start + longest.length() + 1;
      while (end <= Math.min(form.length(), start + MOST)
          && within.contains(form.substring(start, end))) {
        longest = one.substring(start, end++);
      }
    }
    return longest;
  }

  private static String bare(String text) {
    String rest = LEADING.matcher(text).replaceFirst("");
    return TRAILING.matcher(rest).replaceFirst("");
  }

  private static Optional<String> longest(String text) {
    return Stream.of(PARTING.split(text))
        .map(String::strip)
        .filter(part -> part.length() >= LEAST && part.length() <= MOST)
        .max(Comparator.comparingInt(String::length));
  }
}
