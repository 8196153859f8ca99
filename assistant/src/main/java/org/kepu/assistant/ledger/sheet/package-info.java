/** Tables that people hand in, as CSV or as an Excel workbook, read row by row. */
@NullMarked
package org.kepu.assistant.ledger.sheet;

import org.jspecify.annotations.NullMarked;
