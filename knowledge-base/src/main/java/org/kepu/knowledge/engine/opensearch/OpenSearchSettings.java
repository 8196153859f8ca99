package org.kepu.knowledge.engine.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where the cluster is and how it is used.
 *
 * @param nodes the addresses of one or several nodes, {@code https://search-1.example.org:9200};
 *     those that do not answer are passed over
 * @param credentials what the nodes want to see
 * @param prefix the first part of the names of all that is kept there, so that several services may
 *     share a cluster: lower-case letters, digits and hyphens
 * @param copies how many nodes hold each passage, 1 or more; a passage counts as written once all
 *     of them have it
 * @param shards into how many parts each copy is divided, 1 or more; one serves millions of
 *     passages
 * @param timeout how long one node may take for an answer
 * @param patience how long an answer is tried for in all, on all nodes, before it fails
 * @param writingPatience how long a write is tried for in all; enough for the cluster to copy what
 *     a lost node held
 * @param grace how long a generation that was replaced is kept for questions of other services that
 *     began with it
 */
public record OpenSearchSettings(
    List<URI> nodes,
    Credentials credentials,
    String prefix,
    int copies,
    int shards,
    Duration timeout,
    Duration patience,
    Duration writingPatience,
    Duration grace) {

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  public OpenSearchSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("A search cluster has the address of one node or more");
    }
    nodes.forEach(OpenSearchSettings::check);
    if (nodes.stream().map(OpenSearchSettings::path).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "The addresses of a search cluster have the same path, not " + nodes);
    }
    Objects.requireNonNull(credentials, "credentials");
    if (!PREFIX.matcher(prefix).matches() || prefix.contains(Names.GENERATION)) {
      throw new IllegalArgumentException(
          "The prefix of names in a search cluster is of lower-case letters, digits and hyphens, not “%s”"
              .formatted(prefix));
    }
    atLeastOne(copies, "copies");
    atLeastOne(shards, "shards");
    notNegative(timeout, "timeout");
    notNegative(patience, "patience");
    notNegative(writingPatience, "patience for writing");
    notNegative(grace, "grace");
  }

  /**
   * Reads a list of addresses, divided by commas.
   *
   * @throws IllegalArgumentException if one of them is no address of a node
   */
  public static List<URI> addresses(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .map(URI::create)
        .toList();
  }

  /** Beneath which path the nodes answer; empty where they do at the root. */
  String path() {
    return path(nodes.getFirst());
  }

  private static String path(URI node) {
    return node.getPath() == null ? "" : node.getPath().replaceAll("/+$", "");
  }

  private static void check(URI node) {
    boolean web = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
    if (!web || node.getHost() == null || node.getUserInfo() != null || node.getQuery() != null) {
      throw new IllegalArgumentException(
          "The address of a search node is like https://search-1.example.org:9200, with a password"
              + " set apart, not "
              + node.getScheme()
              + "://"
              + node.getHost());
    }
  }

  private static void atLeastOne(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "The number of %s in a search cluster is 1 or more, not %d".formatted(name, value));
    }
  }

  private static void notNegative(Duration value, String name) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "The %s of a search cluster is 0 or more, not %s".formatted(name, value));
    }
  }
}
