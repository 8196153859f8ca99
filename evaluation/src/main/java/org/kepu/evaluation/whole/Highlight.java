package org.kepu.evaluation.whole;

import java.util.List;

/**
 * A figure that the READMEs tell.
 *
 * @param step the evaluation it comes from
 * @param figure its name there
 * @param english what it says
 * @param chinese the same
 * @param unit how it is written
 */
record Highlight(String step, String figure, String english, String chinese, Unit unit) {

  /** How a figure is written. */
  enum Unit {
    PERCENT("%.1f %%", 100),
    A_SECOND("%.0f", 1),
    MILLISECONDS("%.0f ms", 1);

    private final String format;
    private final double factor;

    Unit(String format, double factor) {
      this.format = format;
      this.factor = factor;
    }

    String of(double value) {
      return String.format(java.util.Locale.ROOT, format, value * factor);
    }
  }

  /** In the order of the table. */
  static final List<Highlight> ALL =
      List.of(
          percent(
              "retrieval",
              "science.hybrid.mrr@10",
              "right passage of 2,104, questions about science, MRR@10",
              "2,104 段里找到正确的一段，科学类问题，MRR@10"),
          percent(
              "retrieval",
              "hard.hybrid.mrr@10",
              "the same, questions with few words in common",
              "同上，与原文字面重合很少的问题"),
          percent(
              "answers",
              "answerable.recall@1",
              "right section first, questions as visitors word them",
              "正确的小节排第一，问题按观众的口气写"),
          percent(
              "answers", "answerable.recall@5", "right section among the first five", "正确的小节排在前五"),
          percent(
              "answers",
              "answerable.answered",
              "of what the collection answers, answered",
              "馆藏能回答的，作了回答"),
          percent(
              "answers",
              "answerable.all-keywords",
              "of what the collection answers, with every keyword of the right answer",
              "馆藏能回答的，含有正确答案的全部关键词"),
          percent(
              "answers",
              "unanswerable.refused",
              "of what it does not answer, refused",
              "馆藏答不了的，如实拒答"),
          percent("dialogue", "home.turns", "dialogue turns with the right section", "多轮对话里找对小节"),
          percent(
              "grounding",
              "altered.stopped",
              "altered sentences that the claim gate stops",
              "改动过的句子，被逐句核对拦下"),
          percent(
              "grounding",
              "unaltered.passed",
              "unaltered sentences that it lets pass",
              "没有改动的句子，顺利通过"),
          percent(
              "safety",
              "jade_zh.not-answered",
              "questions that must not be answered, not answered",
              "不该回答的问题，没有回答"),
          percent(
              "safety",
              "home.answerable.let-through",
              "harmless questions that the guard lets through",
              "无害的问题，没有被误拦"),
          new Highlight(
              "load",
              "closed.16.answers-per-second",
              "answers a second on 2 cores, 16 visitors at once",
              "2 核机器、16 人同时提问，每秒回答",
              Unit.A_SECOND),
          new Highlight(
              "load",
              "closed.16.first-p95-ms",
              "first sentence there, 95 of 100",
              "此时第一句话，100 次里 95 次不超过",
              Unit.MILLISECONDS));

  private static Highlight percent(String step, String figure, String english, String chinese) {
    return new Highlight(step, figure, english, chinese, Unit.PERCENT);
  }
}
