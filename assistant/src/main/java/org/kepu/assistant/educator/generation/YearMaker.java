package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Kind;

/** Asks for the year of an event. */
final class YearMaker implements Maker {

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    for (Segment segment : material.segments()) {
      Event.in(segment)
          .filter(event -> material.alone().contains(segment) || event.standsAlone())
          .ifPresent(
              event -> {
                boolean choiceFirst = material.random(event.what()).nextInt(3) > 0;
                Draft choice = choice(material, segment, event);
                Draft blank = blank(material, segment, event);
                drafts.add(choiceFirst ? choice : blank);
                drafts.add(choiceFirst ? blank : choice);
              });
    }
    return drafts;
  }

  private static Draft choice(Material material, Segment segment, Event event) {
    List<String> wrong =
        NearFigures.beside(event.year(), Options.WRONG, material.random(event.what())).stream()
            .map(year -> year + "年")
            .toList();
    return new Draft(
        material.item(
            Kind.SINGLE_CHOICE,
            Bloom.REMEMBER,
            event.question(),
            Options.rising(event.year() + "年", wrong),
            List.of(segment)),
        List.of(event.statement(event.year() + "年")),
        wrong.stream().map(year -> new Denied(year, event.statement(year))).toList(),
        new Reread(event.question(), event.year() + "年"));
  }

  private static Draft blank(Material material, Segment segment, Event event) {
    return new Draft(
        material.item(
            Kind.FILL_IN,
            Bloom.REMEMBER,
            event.question(),
            new Content.Blank(List.of(Integer.toString(event.year())), "年"),
            List.of(segment)),
        List.of(event.statement(event.year() + "年")),
        List.of(),
        new Reread(event.question(), event.year() + "年"));
  }

  /**
   * Something that happened in a year.
   *
   * @param what the event, without its year
   * @param question what asks for the year
   * @param form the statement, with {@code %s} for the year
   */
  record Event(int year, String what, String question, String form) {

    private static final Pattern LEADING =
        Pattern.compile(
            "^(?<year>1\\d{3}|20[0-2]\\d)年(?:\\d{1,2}月(?:\\d{1,2}日)?)?，?(?<what>[^，：；]{6,40})");

    private static final Pattern UNFIT =
        Pattern.compile(
            "^(?:[^，]{1,5}的(?!研究|科学|天文|探测|嫦娥|飞船|学者)|前|代|到|至|—|以|起|间|来|底|后|、|和|或|夏|春|秋|冬|初|末|他|她|它|又|也|再|才|就|前后|左右|其|这|那)|截至|估|大约|约|之后|以后|报告|论文|研究(?!生)|统计|调查|公布");

    /** What happens: without a verb of this sort the clause is but a part of a sentence. */
    private static final Pattern HAPPENS =
        Pattern.compile(
            "发现|发射|成立|出版|提出|建成|建立|来到|回到|拍|登|着陆|命名|看到|证明|测|带回|飞|进入|开始|颁布|施行|列入|运|送|定|获|爆发|发生|完成|出土|写|制|造|用|到达|启用|开放|入|观测|撞|返回|升空|宣布|引进|放归|灭|诞生|去世|出生|爬|潜");

    static Optional<Event> in(Segment segment) {
      if (Figure.yearsIn(segment.text()).size() != 1) {
        return Optional.empty();
      }
      Matcher leading = LEADING.matcher(segment.text());
      if (!leading.find()) {
        return inPlace(segment);
      }
      String what = leading.group("what");
      return UNFIT.matcher(what).find() || !HAPPENS.matcher(what).find() || pointing(what)
          ? Optional.empty()
          : Optional.of(
              new Event(
                  Integer.parseInt(leading.group("year")),
                  what,
                  what + "，是在哪一年？",
                  "%s，" + what + "。"));
    }

    private static Optional<Event> inPlace(Segment segment) {
      Figure.Year year = Figure.yearsIn(segment.text()).getFirst();
      if (year.start() == 0 || UNFIT.matcher(segment.text().substring(year.end())).lookingAt()) {
        return Optional.empty();
      }
      String text = segment.text();
      // The day and the month would be left over.
      if (text.substring(year.end()).matches("^\\d{1,2}月.*")) {
        return Optional.empty();
      }
      String before = Questions.statement(text, year.start(), year.end(), "%s");
      return Questions.asking(text, year.start(), year.end(), "哪一年")
          .filter(question -> !pointing(question) && !UNFIT.matcher(question).find())
          .map(
              question ->
                  new Event(
                      year.year(),
                      before.replace("%s", "").replaceFirst("。$", ""),
                      question,
                      before));
    }

    String statement(String when) {
      return form.replace("%s", when);
    }

    boolean standsAlone() {
      return question.endsWith("，是在哪一年？") && what.length() > 9;
    }

    private static boolean pointing(String text) {
      return Pattern.compile("[它他她也又还才]|这|那|其|当时|两次|此|同年|后来|该|首次公|决定$|宣布$|说$|认为$|指出$|以来|说，|认为，")
          .matcher(text)
          .find();
    }
  }
}
