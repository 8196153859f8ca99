package org.kepu.assistant.reach;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How interactions are recorded and counted.
 *
 * @param staffNetworks the academy's own networks, like {@code 10.1.0.0/16}; what comes from there
 *     is kept and not reported
 * @param test whether this service is being tried out; then nothing is reported
 * @param textDays how many days questions and reasons are kept as text, 1 to 30; records without
 *     text are kept for good
 * @param securityLogDays how many days the security log is kept, 180 or more
 * @param spoolMegabytes how much may wait on disk while the database is away, 1 or more; beyond it
 *     questions are refused with 503
 * @param lease how long a node may be silent before its open turns are ended, 10 seconds or more
 */
@ConfigurationProperties("kepu.reach")
public record ReachSettings(
    @DefaultValue List<String> staffNetworks,
    @DefaultValue("false") boolean test,
    @DefaultValue("30") int textDays,
    @DefaultValue("180") int securityLogDays,
    @DefaultValue("64") int spoolMegabytes,
    @DefaultValue("60s") Duration lease) {

  private static final int MOST_TEXT_DAYS = 30;
  private static final int LEAST_SECURITY_LOG_DAYS = 180;
  private static final Duration LEAST_LEASE = Duration.ofSeconds(10);

  public ReachSettings {
    staffNetworks = List.copyOf(staffNetworks);
    if (textDays < 1 || textDays > MOST_TEXT_DAYS) {
      throw new IllegalArgumentException("kepu.reach.text-days is 1 to 30, not " + textDays);
    }
    if (securityLogDays < LEAST_SECURITY_LOG_DAYS) {
      throw new IllegalArgumentException(
          "kepu.reach.security-log-days is 180 or more, not " + securityLogDays);
    }
    if (spoolMegabytes < 1) {
      throw new IllegalArgumentException(
          "kepu.reach.spool-megabytes is 1 or more, not " + spoolMegabytes);
    }
    if (lease.compareTo(LEAST_LEASE) < 0) {
      throw new IllegalArgumentException("kepu.reach.lease is 10s or more, not " + lease);
    }
  }
}
