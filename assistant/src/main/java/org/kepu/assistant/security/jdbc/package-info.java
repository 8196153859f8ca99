/** The security log in a database. */
@NullMarked
package org.kepu.assistant.security.jdbc;

import org.jspecify.annotations.NullMarked;
