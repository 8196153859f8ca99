/** The interaction log in a database. */
@NullMarked
package org.kepu.assistant.reach.jdbc;

import org.jspecify.annotations.NullMarked;
