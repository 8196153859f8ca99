package org.kepu.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.ranking.Reranking;
import org.kepu.knowledge.reader.Page;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.search.QueryTerm;

/**
 * Spends a budget of tokens on the best candidates: glances at many to rank them anew, then reads
 * the first whole, to see where the answer stands.
 */
final class CloseReading {

  /** Characters of a passage that are looked at first: its answer and a little more. */
  private static final int GLANCE = 110;

  /** More candidates than this are not worth a glance: the right one is seldom further down. */
  private static final int MOST_GLANCES = 20;

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

  /** The findings ranked anew, best first; those that were not read keep their scores. */
  List<Finding> rank(List<Finding> findings) {
    if (findings.isEmpty()) {
      return findings;
    }
    // What reading the first whole will take is kept for it.
    int whole = reader.tokens(question, Page.whole(findings.getFirst().passage()));
    if (whole > left) {
      return findings;
    }
    left -= whole;
    List<Finding> ranked = new ArrayList<>(findings);
    int glances = glance(ranked);
    for (int i = glances; glances > 0 && i < ranked.size(); i++) {
      Finding unread = ranked.get(i);
      ranked.set(i, unread.read(Reranking.STANDARD.unread(unread.score()), null));
    }
    ranked.sort(Finding.BEST_FIRST);
    ranked.set(0, read(ranked.getFirst()));
    return ranked;
  }

  /** Glances at the best, as many as the budget allows, and says how many that were. */
  private int glance(List<Finding> ranked) {
    int glances = 0;
    while (glances < Math.min(MOST_GLANCES, ranked.size())) {
      Finding finding = ranked.get(glances);
      Page page = Page.glance(finding.passage(), terms, GLANCE);
      int tokens = reader.tokens(question, page);
      if (tokens > left) {
        break;
      }
      left -= tokens;
      ranked.set(glances++, glanced(finding, reader.read(question, page)));
    }
    return glances;
  }

  /** The place of the answer is not kept: it is one in the glance's text. */
  private static Finding glanced(Finding finding, Reading reading) {
    return finding.read(Reranking.STANDARD.score(finding.score(), reading), null);
  }

  private Finding read(Finding finding) {
    Reading reading = reader.read(question, Page.whole(finding.passage()));
    return finding.read(finding.score(), reading);
  }
}
