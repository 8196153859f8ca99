package org.kepu.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.ranking.Reranking;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.search.QueryTerm;

/**
 * Spends a budget of tokens on the best candidates. It glances at one after the other to rank them
 * anew, as long as the next may still come first, and reads the first whole where the glance did
 * not convince. Where the first stage is sure by itself, nothing is read.
 */
final class CloseReading {

  /** Characters of a passage that are looked at first: its answer and a little more. */
  private static final int GLANCE = 110;

  /** More candidates than this are not worth a glance: the right one is seldom further down. */
  private static final int MOST_GLANCES = 20;

  /**
   * How near the first must be, by cosine, and how far ahead of the second, by score, for the first
   * stage to be sure. Chosen on the calibration questions, as the next.
   */
  private static final double SURELY_NEAR = 0.85;

  private static final double SURELY_AHEAD = 0.08;

  /** From this relevance on, in log-odds, a glance convinces. */
  private static final double CONVINCING = -2;

  private final Reader reader;
  private final String question;
  private final List<QueryTerm> terms;
  private int left;

  /**
   * @param budget how many tokens may be read in all, 0 or more
   */
  CloseReading(Reader reader, String question, List<QueryTerm> terms, int budget) {
    this.reader = reader;
    this.question = question;
    this.terms = terms;
    this.left = budget;
  }

  /**
   * The findings ranked anew, best first; those that were not read keep their scores if none was.
   */
  List<Finding> rank(List<Finding> findings) {
    if (findings.isEmpty() || isSure(findings)) {
      return findings;
    }
    List<Finding> ranked = new ArrayList<>(findings);
    int glances = glance(ranked);
    if (glances == 0) {
      return findings;
    }
    for (int i = glances; i < ranked.size(); i++) {
      Finding unread = ranked.get(i);
      ranked.set(i, unread.read(Reranking.STANDARD.unread(unread.score()), null));
    }
    ranked.sort(Finding.BEST_FIRST);
    Finding first = ranked.getFirst();
    Reading seen = first.reading();
    Page whole = Page.whole(first.passage());
    boolean doubted = seen == null || seen.relevance() < CONVINCING;
    if (doubted && reader.tokens(question, whole) <= left) {
      ranked.set(0, first.read(first.score(), reader.read(question, whole)));
    }
    return ranked;
  }

  private static boolean isSure(List<Finding> findings) {
    Finding first = findings.getFirst();
    return first.cosine() >= SURELY_NEAR
        && (findings.size() == 1 || first.score() - findings.get(1).score() >= SURELY_AHEAD);
  }

  /**
   * Glances at the best, as long as the budget allows and the next may come first, and says how
   * many that were.
   */
  private int glance(List<Finding> ranked) {
    int glances = 0;
    double best = Double.NEGATIVE_INFINITY;
    while (glances < Math.min(MOST_GLANCES, ranked.size())) {
      Finding finding = ranked.get(glances);
      Page page = Page.glance(finding.passage(), terms, GLANCE);
      int tokens = reader.tokens(question, page);
      if (tokens > left || Reranking.STANDARD.promise(finding.score()) < best) {
        break;
      }
      left -= tokens;
      Finding glanced = glanced(finding, page, reader.read(question, page));
      best = Math.max(best, glanced.score());
      ranked.set(glances++, glanced);
    }
    return glances;
  }

  private static Finding glanced(Finding finding, Page page, Reading reading) {
    return finding.read(
        Reranking.STANDARD.score(finding.score(), reading),
        new Reading(reading.relevance(), page.inPassage(reading.answer()), reading.certainty()));
  }
}
