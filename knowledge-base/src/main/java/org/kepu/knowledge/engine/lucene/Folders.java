package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/** How folders are opened; tests put disks in between that fail. */
interface Folders {

  /** The folder at {@code path}, made if there is none. The caller closes it. */
  Directory open(Path path) throws IOException;
}
