package org.kepu.knowledge.engine.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a search cluster wants to see before it answers. */
public sealed interface Credentials {

  /** The header {@code Authorization} that says it; empty where nothing is asked for. */
  Optional<String> authorization();

  /** A cluster that answers everyone who reaches it. */
  record None() implements Credentials {

    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /** A user of the cluster, with a password. */
  record Basic(String user, String password) implements Credentials {

    @Override
    public Optional<String> authorization() {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Basic[" + user + "]";
    }
  }

  /** A token that was given out for this service. */
  record Bearer(String token) implements Credentials {

    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + token);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Bearer";
    }
  }
}
