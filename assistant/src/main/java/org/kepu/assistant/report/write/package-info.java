/** Writes a report as the files it is handed in by: a writer a form, all with the same cells. */
@NullMarked
package org.kepu.assistant.report.write;

import org.jspecify.annotations.NullMarked;
