/** Locked months as rows. */
@NullMarked
package org.kepu.assistant.report.lock.jdbc;

import org.jspecify.annotations.NullMarked;
