package org.kepu.assistant.educator.generation;

import java.util.List;
import org.kepu.assistant.educator.item.Draft;

/** Makes drafts of one sort from a section. The same section always gives the same drafts. */
interface Maker {

  /** The drafts this maker finds in {@code passage}, the best first; none is a common answer. */
  List<Draft> make(Material passage);
}
