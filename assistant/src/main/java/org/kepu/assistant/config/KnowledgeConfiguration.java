package org.kepu.assistant.config;

import java.nio.channels.FileChannel;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.SourceLedger;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.catalog.jdbc.JdbcSourceLedger;
import org.kepu.knowledge.collection.Illustrations;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.engine.opensearch.OpenSearchIndex;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.ranking.Scope;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.onnx.MiniReader;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The knowledge base, with its embedded engine or on a search cluster. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

  @Bean
  Embedder embedder() {
    return new BgeSmallZh();
  }

  /**
   * Opened under the lock: opening clears away what a stopped build left, and another's is not
   * ours.
   */
  @Bean
  PassageIndex passageIndex(HomeSettings settings, SearchSettings search, FileChannel homeLock) {
    return search.configured()
        ? new OpenSearchIndex(search.cluster())
        : new LuceneIndex(settings.index());
  }

  @Bean
  Catalog catalog(HomeDatabase database) {
    return new JdbcCatalog(database.pool());
  }

  /** In the catalogue's database, whose tables must be there before. */
  @Bean
  SourceLedger sourceLedger(HomeDatabase database, Catalog catalog) {
    return new JdbcSourceLedger(database.pool());
  }

  /** Loaded only where someone asks for it. */
  @Bean
  @Lazy
  Reader reader() {
    return new MiniReader();
  }

  @Bean
  Names names() {
    return StarterCollection.names();
  }

  @Bean
  EnglishGlossary englishGlossary() {
    return new EnglishGlossary(StarterCollection.english());
  }

  @Bean
  Illustrations illustrations() {
    return new Illustrations(StarterCollection.illustrations());
  }

  @Bean
  KnowledgeBase knowledgeBase(
      PassageIndex index,
      Embedder embedder,
      Catalog catalog,
      Names names,
      EnglishGlossary english,
      ChatSettings settings,
      ObjectProvider<Reader> reader) {
    return new KnowledgeBase(
        index,
        embedder,
        catalog,
        names,
        english,
        scope(embedder),
        settings.readerTokens() > 0 ? reader.getObject() : null);
  }

  private static Scope scope(Embedder embedder) {
    Scope scope = Scope.shipped(StarterCollection.documents());
    if (!scope.knows(embedder.id())) {
      throw new IllegalStateException(
          "The collection's scope was trained on other vectors than those of %s; run evaluation train-scope"
              .formatted(embedder.id()));
    }
    return scope;
  }

  @Bean
  Ingest ingest(
      HomeSettings settings,
      SearchSettings search,
      PassageIndex index,
      Embedder embedder,
      Catalog catalog) {
    return new Ingest(
        PassageSplitter.STANDARD,
        embedder,
        new FileVectorStore(settings.vectors()),
        index,
        search.configured() ? OpenSearchIndex.layout() : LuceneIndex.layout(),
        catalog);
  }
}
