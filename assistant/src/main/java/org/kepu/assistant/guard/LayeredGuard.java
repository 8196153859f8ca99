package org.kepu.assistant.guard;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.guard.Signals.Signal;
import org.kepu.knowledge.text.TextForms;

/**
 * A guard in layers: words that leave no doubt decide; where there are none, a classifier looks at
 * the meaning, and words that may mean anything let it speak sooner. Where it is not sure, what is
 * asked about decides. What they let through, the reader's “no source” still keeps from being
 * answered.
 */
public final class LayeredGuard implements Guard {

  /** Which part of the usual certainty suffices where a word hints at the same concern. */
  private static final double HINTED = 0.6;

  private final Signals signals = Signals.shipped();
  private final Classifier classifier;
  private final Function<String, float[]> meaning;
  private final List<String> advice;
  private final GuardSettings settings;

  /**
   * @param meaning the vector of a question
   * @param advice phrases that call for advice: with one of them, only words that tell of an
   *     emergency keep a question from that advice
   */
  public LayeredGuard(
      Classifier classifier,
      Function<String, float[]> meaning,
      Collection<String> advice,
      GuardSettings settings) {
    this.classifier = classifier;
    this.meaning = meaning;
    this.advice = advice.stream().map(TextForms::forMatching).distinct().toList();
    this.settings = settings;
  }

  @Override
  public Ruling look(Question question) {
    Wordings wordings = Wordings.of(question.text());
    List<Signal> found = signals.in(wordings);
    return callsForAdvice(question.text())
        ? HardList.spoken(found)
            .filter(Concern::emergency)
            .map(Ruling::of)
            .orElseGet(Ruling.Clear::new)
        : HardList.sure(found, wordings)
            .map(Ruling::of)
            .orElseGet(() -> classified(question, found));
  }

  private boolean callsForAdvice(String question) {
    String asked = TextForms.forMatching(question);
    return advice.stream().anyMatch(asked::contains);
  }

  private Ruling classified(Question question, List<Signal> hints) {
    Map<Concern, Double> likely = classifier.judge(meaning.apply(question.text()));
    double harmful = likely.values().stream().mapToDouble(Double::doubleValue).sum();
    Concern likeliest =
        likely.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow();
    Set<Concern> hinted = EnumSet.noneOf(Concern.class);
    hints.forEach(hint -> hinted.add(hint.concern()));
    double needed = certainty(question) * (hinted.contains(likeliest) ? HINTED : 1);
    if (harmful >= needed) {
      return Ruling.of(likeliest);
    }
    return harmful >= settings.doubt() ? new Ruling.Doubted() : new Ruling.Clear();
  }

  private double certainty(Question question) {
    boolean strict = question.audience() == Audience.CHILD || question.channel() == Channel.KIOSK;
    return strict ? settings.childCertainty() : settings.certainty();
  }
}
