package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;

/**
 * Makes tasks for hands: a length is laid out on the ground, two things are drawn side by side, and
 * of what the collection takes to pieces a model is made.
 */
final class TaskMaker implements Maker {

  private static final double SHORTEST_METRES = 0.05;
  private static final double LONGEST_METRES = 30;

  private static final Pattern SPEAKS_OF_LENGTH =
      Pattern.compile("(?:体长|身长|全长|翼展|身高|站起来|肩高|长约|长达|高约|直径|长度|高度|宽约|尾长|角长|长大多|长)");

  private static final Pattern TWO_THINGS =
      Pattern.compile(
          "^(?<one>[^，、？和与]{2,8})[和与](?<other>[^，、？]{2,8}?)(?:怎么区分|怎样区分|有什么区别|有什么不同|怎么分辨|怎样分辨|有哪些不同|有什么不一样)？$");

  /** Headings whose answer names parts that a model can show. */
  private static final Pattern OF_PARTS =
      Pattern.compile(
          "(?:由什么组成|由哪些部分组成|分为?(?:哪)?几(?:层|部分)|里面有什么|里面是什么样|怎样工作|怎么工作|是怎样工作的|什么结构|什么样的结构)的?？$");

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    for (Segment segment : material.alone()) {
      measure(material, segment).ifPresent(drafts::add);
    }
    compare(material).ifPresent(drafts::add);
    model(material).ifPresent(drafts::add);
    return drafts;
  }

  private static Optional<Draft> measure(Material material, Segment segment) {
    return Figure.in(segment.text()).stream()
        .filter(figure -> figure.unit().equals("米") || figure.unit().equals("厘米"))
        .filter(figure -> figure.scale().isEmpty() && !figure.range())
        .filter(figure -> !NumberMaker.likened(segment.text(), figure))
        .filter(figure -> metres(figure) >= SHORTEST_METRES && metres(figure) <= LONGEST_METRES)
        .filter(
            figure -> SPEAKS_OF_LENGTH.matcher(segment.text().substring(0, figure.start())).find())
        .findFirst()
        .map(figure -> measure(material, segment, figure));
  }

  private static Draft measure(Material material, Segment segment, Figure figure) {
    String said =
        Questions.statement(segment.text(), figure.start(), figure.end(), figure.written());
    boolean small = metres(figure) <= 1;
    String question =
        Questions.asking(segment.text(), figure.start(), figure.end(), figure.asked())
            .orElse(material.section().heading());
    return new Draft(
        material.item(
            Kind.HANDS_ON,
            Bloom.APPLY,
            "量一量，比一比：" + said,
            new Content.Task(
                small ? List.of("直尺或软尺", "纸和笔") : List.of("卷尺", "粉笔或绳子"),
                small
                    ? List.of(
                        "用尺子在纸上（或桌面上）量出%s。".formatted(figure.bare()),
                        "找一件长短差不多的东西，放在旁边比一比。",
                        "写下你的发现：它和我的____差不多长。")
                    : List.of(
                        "在操场或走廊上量出%s，两头做上记号。".formatted(figure.bare()),
                        "从一头走到另一头，数一数要走几步。",
                        "找一件长短差不多的东西，写下或画下它。"),
                "量得准、会选参照物；能说出这个长度是谁的：" + said),
            List.of(segment)),
        List.of(said),
        List.of(),
        new Reread(question, figure.bare()));
  }

  private static Optional<Draft> compare(Material material) {
    var things = TWO_THINGS.matcher(material.section().heading());
    if (!things.find() || material.answer().isEmpty()) {
      return Optional.empty();
    }
    String other = things.group("other");
    // 家燕和金腰燕的窝: both nests are meant.
    int of = other.indexOf('的');
    String one =
        things.group("one")
            + (of > 0 && !things.group("one").contains("的") ? other.substring(of) : "");
    String answer = material.answer().getFirst().quote();
    return Optional.of(
        new Draft(
            material.item(
                Kind.HANDS_ON,
                Bloom.ANALYSE,
                "画一画，比一比：%s和%s".formatted(one, other),
                new Content.Task(
                    List.of("纸和彩笔"),
                    List.of(
                        "把纸对折，左边画%s，右边画%s。".formatted(one, other),
                        "用箭头标出至少两处不同。",
                        "把画交给同伴，看他能不能说出谁是谁。"),
                    "标出的不同与资料相符：" + answer),
                material.answer()),
            List.of(answer),
            List.of(),
            new Reread(material.section().heading(), answer)));
  }

  /** To make it, one decides what stands for what: nobody has told. */
  private static Optional<Draft> model(Material material) {
    String heading = material.section().heading();
    if (!OF_PARTS.matcher(heading).find() || material.answer().isEmpty()) {
      return Optional.empty();
    }
    String answer = material.answer().getFirst().quote();
    return Optional.of(
        new Draft(
            material.item(
                Kind.HANDS_ON,
                Bloom.CREATE,
                "做一个模型来回答：" + heading,
                new Content.Task(
                    List.of("黏土、纸板等手边的材料", "剪刀和胶水"),
                    List.of("先画一张设计图，标出要做哪些部分、用什么材料。", "照图做出模型，给每个部分贴上名称。", "请同伴看模型说一说，再改进一处。"),
                    "设计有根据，各部分与资料相符：" + answer),
                material.answer()),
            List.of(answer),
            List.of(),
            new Reread(heading, answer)));
  }

  private static double metres(Figure figure) {
    return figure.value() * (figure.unit().equals("厘米") ? 0.01 : 1);
  }
}
