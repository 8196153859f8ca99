/** Keeps sets of course questions in the database. */
@NullMarked
package org.kepu.assistant.educator.jdbc;

import org.jspecify.annotations.NullMarked;
