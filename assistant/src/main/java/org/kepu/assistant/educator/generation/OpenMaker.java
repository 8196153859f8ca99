package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.knowledge.document.Audience;

/** Asks the heading itself: on paper, or aloud. */
final class OpenMaker implements Maker {

  /** A heading that a pupil cannot answer from the section. */
  private static final Pattern NO_QUESTION =
      Pattern.compile("助手|几点|预约|订票|在哪里能看|哪里能看|门票|怎样去|各有多|各是");

  /** What is answered with yes or no wants evidence: a reason or an instance. */
  private static final Pattern YES_OR_NO = Pattern.compile("吗？$|^是不是|有没有|是不是");

  private static final Pattern COMPARES = Pattern.compile("区别|区分|不同|关系|一回事|分辨|相比|还是");

  private static final int POINTS = 2;

  /** What stands further on is seldom about the heading. */
  private static final int NEAR = 4;

  @Override
  public List<Draft> make(Material material) {
    String heading = material.section().heading();
    if (!heading.endsWith("？")
        || NO_QUESTION.matcher(heading).find()
        || material.answer().isEmpty()
        || NO_QUESTION.matcher(material.answer().getFirst().quote()).find()) {
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    drafts.add(paper(material, heading));
    drafts.add(aloud(material, heading));
    return drafts;
  }

  private static Draft paper(Material material, String heading) {
    String stem = YES_OR_NO.matcher(heading).find() ? heading + "请说说你的根据。" : heading;
    List<Segment> from = new ArrayList<>(material.answer());
    material.alone().stream()
        .filter(segment -> segment.number() > 0 && segment.number() <= NEAR)
        .limit(POINTS)
        .forEach(from::add);
    String answer = from.getFirst().quote();
    List<String> points =
        from.stream()
            .map(Segment::quote)
            .distinct()
            .filter(quote -> !quote.equals(answer))
            .toList();
    return new Draft(
        material.item(
            Kind.SHORT_ANSWER, bloom(heading), stem, new Content.Open(answer, points), from),
        List.of(answer),
        List.of(),
        new Reread(heading, answer));
  }

  private static Draft aloud(Material material, String heading) {
    boolean child = material.document().metadata().audience() == Audience.CHILD;
    List<Segment> from = material.answer();
    String answer = from.getFirst().quote();
    return new Draft(
        material.item(
            Kind.ORAL,
            Bloom.UNDERSTAND,
            (child ? "说一说：" : "当一回小讲解员：") + heading,
            new Content.Task(
                List.of(),
                child
                    ? List.of("和同伴面对面，用自己的话回答这个问题。", "听完同伴的回答，说出一个听懂的地方。")
                    : List.of("用不超过一分钟，把这个问题讲给同伴听。", "同伴追问一个“为什么”，再试着回答。"),
                "能说出：" + answer),
            from),
        List.of(answer),
        List.of(),
        new Reread(heading, answer));
  }

  private static Bloom bloom(String heading) {
    return COMPARES.matcher(heading).find() ? Bloom.ANALYSE : Bloom.UNDERSTAND;
  }
}
