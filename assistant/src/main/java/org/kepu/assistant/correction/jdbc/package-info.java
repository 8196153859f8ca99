/** Tickets in a relational database. */
@NullMarked
package org.kepu.assistant.correction.jdbc;

import org.jspecify.annotations.NullMarked;
