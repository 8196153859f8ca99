package org.kepu.assistant.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports are made.
 *
 * @param institution who reports, as it stands in the title
 * @param lockDay on which day of the following month a month is locked, 1 to 28, in the academy's
 *     time zone; what comes in later is an adjusting entry
 */
@ConfigurationProperties("kepu.report")
public record ReportSettings(
    @DefaultValue("北京市科学技术研究院") String institution, @DefaultValue("1") int lockDay) {

  private static final int LATEST = 28;

  public ReportSettings {
    if (institution.isBlank()) {
      throw new IllegalArgumentException(
          "kepu.report.institution is empty; please write who reports");
    }
    if (lockDay < 1 || lockDay > LATEST) {
      throw new IllegalArgumentException("kepu.report.lock-day is 1 to 28, not " + lockDay);
    }
  }
}
