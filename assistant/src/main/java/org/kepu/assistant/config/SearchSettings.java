package org.kepu.assistant.config;

import java.time.Duration;
import org.kepu.knowledge.engine.opensearch.Credentials;
import org.kepu.knowledge.engine.opensearch.OpenSearchSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenSearch cluster that holds the index. Without an address there is none, and the index lies
 * in the home folder.
 *
 * @param url the address of one node or more, divided by commas, as in {@code
 *     https://search-1.example.org:9200}; empty: none
 * @param username who this service is there; empty: nobody in particular
 * @param password that user's
 * @param token a bearer token in place of user and password; empty: none
 * @param prefix what the names of everything it keeps there begin with; another for each service
 *     that shares a cluster
 * @param copies how many nodes hold each passage, 1 or more; a passage counts as written once all
 *     of them have it
 * @param shards into how many parts the index is divided, 1 or more; one serves millions of
 *     passages
 * @param timeout how long one node may take for an answer
 * @param patience how long an answer is tried for in all, on all nodes
 */
@ConfigurationProperties("kepu.search")
public record SearchSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("") String token,
    @DefaultValue("kepu") String prefix,
    @DefaultValue("2") int copies,
    @DefaultValue("1") int shards,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("10s") Duration patience) {

  /** Longer than the cluster takes to copy what a lost node held. */
  private static final Duration WRITING_PATIENCE = Duration.ofMinutes(5);

  /** Longer than a question takes. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  public SearchSettings {
    if (!token.isBlank() && !username.isBlank()) {
      throw new IllegalArgumentException(
          "A search cluster is shown either a user or a token. Please set KEPU_SEARCH_USERNAME and"
              + " KEPU_SEARCH_PASSWORD, or KEPU_SEARCH_TOKEN");
    }
  }

  /** Whether there is a cluster. */
  boolean configured() {
    return !url.isBlank();
  }

  /**
   * The cluster.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  OpenSearchSettings cluster() {
    return new OpenSearchSettings(
        OpenSearchSettings.addresses(url),
        credentials(),
        prefix,
        copies,
        shards,
        timeout,
        patience,
        WRITING_PATIENCE,
        GRACE);
  }

  private Credentials credentials() {
    if (!token.isBlank()) {
      return new Credentials.Bearer(token);
    }
    return username.isBlank() ? new Credentials.None() : new Credentials.Basic(username, password);
  }

  /** As {@link Object#toString}, without what must stay secret. */
  @Override
  public String toString() {
    return "SearchSettings[" + url + ", " + credentials() + "]";
  }
}
