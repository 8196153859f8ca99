/** Files that people hand in, kept by their content. */
@NullMarked
package org.kepu.knowledge.source.upload;

import org.jspecify.annotations.NullMarked;
