/** Writes Anki packages, which are SQLite databases in an archive. */
@NullMarked
package org.kepu.assistant.educator.export.jdbc;

import org.jspecify.annotations.NullMarked;
