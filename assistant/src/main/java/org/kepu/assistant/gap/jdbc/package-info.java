/** Gaps in a relational database. */
@NullMarked
package org.kepu.assistant.gap.jdbc;

import org.jspecify.annotations.NullMarked;
