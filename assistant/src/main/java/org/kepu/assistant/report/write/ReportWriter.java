package org.kepu.assistant.report.write;

import org.kepu.assistant.report.ReachReport;

/**
 * Writes reports in one form. Every cell of every table reads back as it is in the report. Safe for
 * use by several threads.
 */
public interface ReportWriter {

  Form form();

  /** The file's content. */
  byte[] write(ReachReport report);
}
