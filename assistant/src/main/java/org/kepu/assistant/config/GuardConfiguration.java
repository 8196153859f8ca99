package org.kepu.assistant.config;

import java.util.List;
import org.kepu.assistant.guard.Classifier;
import org.kepu.assistant.guard.Guard;
import org.kepu.assistant.guard.GuardSettings;
import org.kepu.assistant.guard.LayeredGuard;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the answering. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

  @Bean
  Guard guard(KnowledgeBase knowledge, Embedder embedder, GuardSettings settings) {
    Classifier classifier = Classifier.shipped();
    if (!classifier.embedder().equals(embedder.id())) {
      throw new IllegalStateException(
          "The guard's classifier was trained on vectors of %s, the embedder is %s; run evaluation train-guard"
              .formatted(classifier.embedder(), embedder.id()));
    }
    return new LayeredGuard(classifier, knowledge::meaning, advice(), settings);
  }

  private static List<String> advice() {
    return StarterCollection.documents().stream()
        .map(document -> document.metadata().role())
        .filter(Role.Advice.class::isInstance)
        .flatMap(role -> ((Role.Advice) role).triggers().stream())
        .toList();
  }
}
