package org.kepu.assistant.reach.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;

/**
 * The figures of a period by the metrics dictionary. A ratio without a denominator is null.
 *
 * @param visits R1
 * @param covered of them, those whom an activity counts already
 * @param conversations valid conversations
 * @param overLimit valid conversations beyond a visitor's twentieth of a day
 * @param takenAlong valid conversations taken along from a kiosk
 * @param offline valid conversations that a kiosk recorded without a network
 * @param questions visitors' questions
 * @param visitorDays the sum over days of the visitors of each; never “unique persons”; null: not
 *     applicable, for whoever asked did so elsewhere than on the web, as at a kiosk
 * @param answeredRate (answered + partial) ÷ (answerable − clarified)
 * @param groundedRate grounded answers ÷ answers
 * @param noSourceRate “no reliable source” ÷ answerable
 * @param refused questions turned away
 * @param crisis questions met with help
 * @param satisfaction up ÷ (up + down); null below {@value #LEAST_VOTES} votes
 * @param votes how many answers were voted on
 * @param responseRate votes ÷ answers
 */
public record Summary(
    long visits,
    long covered,
    long conversations,
    long overLimit,
    long takenAlong,
    long offline,
    long questions,
    @Nullable Long visitorDays,
    @Nullable Double answeredRate,
    @Nullable Double groundedRate,
    @Nullable Double noSourceRate,
    long refused,
    long crisis,
    @Nullable Interval satisfaction,
    long votes,
    @Nullable Double responseRate) {

  /** Fewer votes say nothing. */
  public static final int LEAST_VOTES = 30;

  /**
   * The figures of sums by outcome.
   *
   * @param visitors who is counted as a visitor: of everything, or of venues
   */
  public static Summary of(Map<String, Map<Measure, Long>> byOutcome, Measure visitors) {
    Sums sums = new Sums(byOutcome);
    long answerable = sums.of(Measure.ANSWERABLE);
    long clarified = sums.of(Measure.ANSWERABLE, Outcome.CLARIFIED);
    long answered =
        sums.of(Measure.ANSWERABLE, Outcome.ANSWERED)
            + sums.of(Measure.ANSWERABLE, Outcome.PARTIAL);
    long answers = sums.of(Measure.ANSWER);
    long up = sums.of(Measure.VOTE_UP);
    long votes = up + sums.of(Measure.VOTE_DOWN);
    return new Summary(
        sums.of(Measure.VISIT),
        sums.of(Measure.VISIT_COVERED),
        sums.of(Measure.CONVERSATION),
        sums.of(Measure.OVER_LIMIT),
        sums.of(Measure.TAKEN_ALONG),
        sums.of(Measure.OFFLINE),
        sums.of(Measure.QUESTION) / Count.WHOLE,
        applicable(sums.of(visitors), sums.of(Measure.CONVERSATION)),
        ratio(answered, answerable - clarified),
        ratio(sums.of(Measure.GROUNDED), answers),
        ratio(sums.of(Measure.ANSWERABLE, Outcome.NO_SOURCE), answerable),
        sums.of(Measure.QUESTION, Outcome.REFUSED) / Count.WHOLE,
        sums.of(Measure.QUESTION, Outcome.CRISIS) / Count.WHOLE,
        votes < LEAST_VOTES ? null : Interval.wilson(up, votes),
        votes,
        ratio(votes, answers));
  }

  private static @Nullable Long applicable(long visitors, long conversations) {
    return visitors == 0 && conversations > 0 ? null : Long.valueOf(visitors);
  }

  private static @Nullable Double ratio(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private record Sums(Map<String, Map<Measure, Long>> byOutcome) {

    long of(Measure measure) {
      return byOutcome.values().stream().mapToLong(sums -> sums.getOrDefault(measure, 0L)).sum();
    }

    long of(Measure measure, Outcome outcome) {
      return byOutcome.getOrDefault(outcome.code(), Map.of()).getOrDefault(measure, 0L);
    }
  }
}
