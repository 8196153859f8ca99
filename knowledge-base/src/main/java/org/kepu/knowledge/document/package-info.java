/** What the academy has written: immutable documents, their sections and versions. */
@NullMarked
package org.kepu.knowledge.document;

import org.jspecify.annotations.NullMarked;
