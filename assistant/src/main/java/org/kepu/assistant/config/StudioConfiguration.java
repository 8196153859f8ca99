package org.kepu.assistant.config;

import java.time.InstantSource;
import java.util.List;
import org.kepu.assistant.answer.llm.GuardedModel;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.kepu.assistant.educator.ItemSetStore;
import org.kepu.assistant.educator.Studio;
import org.kepu.assistant.educator.StudioSettings;
import org.kepu.assistant.educator.Workshop;
import org.kepu.assistant.educator.export.ChaoxingExporter;
import org.kepu.assistant.educator.export.CsvExporter;
import org.kepu.assistant.educator.export.DocxExporter;
import org.kepu.assistant.educator.export.Exporter;
import org.kepu.assistant.educator.export.GiftExporter;
import org.kepu.assistant.educator.export.KahootExporter;
import org.kepu.assistant.educator.export.MoodleExporter;
import org.kepu.assistant.educator.export.PdfExporter;
import org.kepu.assistant.educator.export.QtiExporter;
import org.kepu.assistant.educator.export.TencentExporter;
import org.kepu.assistant.educator.export.WenjuanxingExporter;
import org.kepu.assistant.educator.export.jdbc.AnkiExporter;
import org.kepu.assistant.educator.generation.ModelMaker;
import org.kepu.assistant.educator.generation.Purse;
import org.kepu.assistant.educator.jdbc.JdbcItemSetStore;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.sky.place.Places;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.taxon.Names;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The educator's studio. */
@Configuration(proxyBeanMethods = false)
class StudioConfiguration {

  /** No account's id. */
  private static final String ALL_ACCOUNTS = "*";

  @Bean
  Workshop workshop(
      KnowledgeBase knowledge,
      Names names,
      Places places,
      Embedder embedder,
      ObjectProvider<Reader> reader,
      ModelSettings models,
      Spending spending,
      StudioSettings settings) {
    return new Workshop(
        knowledge::documents,
        StarterCollection.concepts(),
        names,
        new ClaimGate(names, places.named().keySet()),
        embedder,
        reader::getObject,
        settings.model() && models.configured()
            ? new ModelMaker(GuardedModel.all(models, spending), models)
            : null);
  }

  @Bean
  ItemSetStore itemSetStore(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcItemSetStore(jdbc, ledgerTransactions);
  }

  @Bean(destroyMethod = "close")
  Studio studio(
      Workshop workshop,
      ItemSetStore store,
      InteractionLog log,
      StudioSettings settings,
      ModelSettings models,
      JdbcClient jdbc,
      Halls halls,
      InstantSource clock) {
    long own = StudioSettings.tokens(settings.modelShare(), models.dailyTokens());
    long common = StudioSettings.tokens(settings.modelShareOfAll(), models.dailyTokens());
    Spending studio = new JdbcSpending(jdbc, clock, ALL_ACCOUNTS, common);
    return new Studio(
        workshop,
        store,
        log,
        settings,
        account -> new Purse(new JdbcSpending(jdbc, clock, account, own), studio),
        halls,
        clock);
  }

  @Bean
  List<Exporter> exporters() {
    return List.of(
        new GiftExporter(),
        new MoodleExporter(),
        new QtiExporter(),
        new AnkiExporter(),
        new KahootExporter(),
        new ChaoxingExporter(),
        new WenjuanxingExporter(),
        new TencentExporter(),
        new CsvExporter(),
        new DocxExporter(),
        new PdfExporter());
  }
}
