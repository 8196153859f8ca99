package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Draft;
import org.kepu.assistant.educator.item.Draft.Denied;
import org.kepu.assistant.educator.item.Draft.Reread;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

/** Asks for the figures: how far, how heavy, how many, how long ago. */
final class NumberMaker implements Maker {

  /** A figure in such words is a likeness or a rule of thumb, not worth knowing. */
  private static final Pattern LIKENESS =
      Pattern.compile("相当于|好比|像|抵得上|等于|差不多|缩小|放大|假|若|举例|比方|每人|如果|那么|一支|一张|孩子|成年人|铅笔|排下|看作|当成|体重秤");

  private static final int DRAWS = 4;

  @Override
  public List<Draft> make(Material material) {
    List<Draft> drafts = new ArrayList<>();
    for (Segment segment : material.alone()) {
      for (Figure figure : Figure.in(segment.text())) {
        if (!likened(segment.text(), figure)) {
          // The first of a fact is kept: both kinds get their turn.
          Optional<Draft> choice = choice(material, segment, figure);
          Optional<Draft> blank = blank(material, segment, figure);
          boolean choiceFirst = material.random(segment.text()).nextInt(3) > 0;
          (choiceFirst ? choice : blank).ifPresent(drafts::add);
          (choiceFirst ? blank : choice).ifPresent(drafts::add);
        }
      }
    }
    return drafts;
  }

  /** Whether a figure only helps to imagine something. */
  static boolean likened(String text, Figure figure) {
    return LIKENESS.matcher(text.substring(0, figure.start())).find();
  }

  private static Optional<Draft> choice(Material material, Segment segment, Figure figure) {
    List<String> wrong = wrong(material, segment, figure);
    return wrong.size() < Options.WRONG
        ? Optional.empty()
        : stem(segment, figure)
            .map(
                stem -> {
                  Item item =
                      material.item(
                          Kind.SINGLE_CHOICE,
                          Bloom.REMEMBER,
                          stem,
                          Options.rising(figure.written(), wrong),
                          List.of(segment));
                  return new Draft(
                      item,
                      List.of(statement(segment, figure, figure.written())),
                      wrong.stream()
                          .map(other -> new Denied(other, statement(segment, figure, other)))
                          .toList(),
                      new Reread(stem, figure.bare()));
                });
  }

  /**
   * Drawn anew where one of them is said in the section: a choice among many would lean one way.
   */
  private static List<String> wrong(Material material, Segment segment, Figure figure) {
    RandomGenerator random = material.random(segment.text() + figure.start());
    for (int draw = 0; draw < DRAWS; draw++) {
      List<String> wrong = NearFigures.beside(figure, Options.WRONG, random);
      if (wrong.size() == Options.WRONG
          && wrong.stream().noneMatch(other -> said(material, other))) {
        return wrong;
      }
    }
    return List.of();
  }

  private static Optional<Draft> blank(Material material, Segment segment, Figure figure) {
    // Nobody writes both ends of an estimate into a blank.
    return stem(segment, figure)
        .filter(stem -> !figure.range())
        .map(
            stem -> {
              Item item =
                  material.item(
                      Kind.FILL_IN,
                      Bloom.REMEMBER,
                      stem,
                      new Content.Blank(List.of(number(figure)), figure.unit()),
                      List.of(segment));
              return new Draft(
                  item,
                  List.of(statement(segment, figure, figure.written())),
                  List.of(),
                  new Reread(stem, figure.bare()));
            });
  }

  /** What is written into the blank, before the unit. */
  private static String number(Figure figure) {
    String bare = figure.bare();
    return bare.substring(0, bare.length() - figure.unit().length());
  }

  private static Optional<String> stem(Segment segment, Figure figure) {
    return Questions.asking(segment.text(), figure.start(), figure.end(), figure.asked());
  }

  private static String statement(Segment segment, Figure figure, String answer) {
    return Questions.statement(segment.text(), figure.start(), figure.end(), answer);
  }

  /** A figure that stands anywhere in the section would be half right. */
  private static boolean said(Material material, String other) {
    String figure = Figure.in(other).stream().findFirst().map(Figure::bare).orElse(other);
    return material.section().heading().contains(figure)
        || material.segments().stream().anyMatch(segment -> segment.text().contains(figure));
  }
}
