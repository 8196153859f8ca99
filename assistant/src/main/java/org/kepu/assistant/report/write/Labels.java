package org.kepu.assistant.report.write;

import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.report.ReachReport;

/** What every file says of itself where people do not look. */
final class Labels {

  private Labels() {}

  static String implicit(ReachReport report) {
    return AiLabel.implicit("report-%s-%s".formatted(report.span(), report.madeOn()));
  }
}
