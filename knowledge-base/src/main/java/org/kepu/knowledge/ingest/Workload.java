package org.kepu.knowledge.ingest;

import java.util.BitSet;
import java.util.Iterator;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.passage.Passage;

/**
 * What a build is about to do, counted before it begins.
 *
 * @param found how many passages will be found; variants are not found by themselves
 * @param lack which passages, in their order, need a vector computed
 */
record Workload(int found, BitSet lack) {

  static Workload of(Stream<Passage> passages, PassageVectors source) {
    BitSet lack = new BitSet();
    int found = 0;
    int number = 0;
    for (Iterator<Passage> each = passages.iterator(); each.hasNext(); number++) {
      Passage passage = each.next();
      lack.set(number, source.lacking(passage));
      found += passage.role() instanceof Role.Variant ? 0 : 1;
    }
    return new Workload(found, lack);
  }

  /** How many passages need a vector computed. */
  int lacking() {
    return lack.cardinality();
  }

  boolean lacks(int passage) {
    return lack.get(passage);
  }
}
