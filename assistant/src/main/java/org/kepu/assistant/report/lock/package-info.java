/** Months whose figures are locked in a chain of hashes, and what came to light after that. */
@NullMarked
package org.kepu.assistant.report.lock;

import org.jspecify.annotations.NullMarked;
