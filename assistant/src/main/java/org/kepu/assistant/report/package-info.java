/**
 * The report of a month or a year, as one value: sections, tables, definitions and what charts
 * show. Whatever form it is handed in by, its figures are these.
 */
@NullMarked
package org.kepu.assistant.report;

import org.jspecify.annotations.NullMarked;
