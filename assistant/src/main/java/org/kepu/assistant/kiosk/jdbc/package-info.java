/** Terminals, and answers that are taken along from them, as rows of a database. */
@NullMarked
package org.kepu.assistant.kiosk.jdbc;

import org.jspecify.annotations.NullMarked;
