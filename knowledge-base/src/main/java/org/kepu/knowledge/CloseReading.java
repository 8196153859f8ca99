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
    for (int i = 0; i < Math.min(MOST_GLANCES, ranked.size()); i++) {
      Page page = Page.glance(ranked.get(i).passage(), terms, GLANCE);
      int tokens = reader.tokens(question, page);
      if (tokens > left) {
        break;
      }
      left -= tokens;
      ranked.set(i, glanced(ranked.get(i), reader.read(question, page)));
    }
    ranked.sort(Finding.BEST_FIRST);
    ranked.set(0, read(ranked.getFirst()));
    return ranked;
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
