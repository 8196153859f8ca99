/** Folders of files in every format. */
@NullMarked
package org.kepu.knowledge.source.folder;

import org.jspecify.annotations.NullMarked;
