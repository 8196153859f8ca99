package org.kepu.assistant.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.answer.Epilogue;
import org.kepu.assistant.answer.llm.GuardedModel;
import org.kepu.assistant.answer.llm.ModelAnswerer;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.quote.QuotingAnswerer;
import org.kepu.assistant.chat.ChatService;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.assistant.chat.OpeningQuestions;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.grounding.ClaimGate;
import org.kepu.assistant.guard.Guard;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.register.QuestionLanguage;
import org.kepu.assistant.register.Readings;
import org.kepu.assistant.register.Wording;
import org.kepu.assistant.sky.place.Places;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.collection.Illustrations;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Who answers, and how questions reach them. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ChatConfiguration.class);

  /**
   * Where blocking calls of the edge run: a virtual thread each. What is begun is finished, also
   * for a caller who left: an interrupt would close a file that others write to, and looks like a
   * database that failed.
   */
  @Bean(destroyMethod = "dispose")
  Scheduler blocking() {
    return Schedulers.fromExecutor(task -> Thread.ofVirtual().name("blocking").start(task));
  }

  /** By a model's words where one is set up, else by quoting alone. */
  @Bean
  Answerer answerer(
      KnowledgeBase knowledge,
      Illustrations illustrations,
      Names names,
      Places places,
      ModelSettings model,
      Spending spending) {
    Epilogue epilogue = new Epilogue(knowledge, illustrations);
    QuotingAnswerer quoting = new QuotingAnswerer(knowledge, epilogue);
    if (!model.configured()) {
      log.info(
          "Answering by quoting; set KEPU_LLM_BASE_URL and KEPU_LLM_MODEL to let a model phrase answers");
      return quoting;
    }
    log.info("Answering with {}, by quoting where it fails", model.providers());
    return new ModelAnswerer(
        GuardedModel.all(model, spending),
        model,
        new ClaimGate(names, places.named().keySet()),
        knowledge,
        epilogue,
        quoting);
  }

  @Bean
  Context context(Names names, Halls halls) {
    return new Context(names, halls::exhibit);
  }

  @Bean
  ChatService chatService(
      KnowledgeBase knowledge,
      Guard guard,
      Context context,
      List<DirectAnswerer> direct,
      Answerer answerer,
      TurnLedger ledger,
      ChatSettings settings,
      Wording wording,
      OpeningQuestions openings,
      MessageSource messages,
      JsonMapper json,
      MeterRegistry meters,
      InstantSource clock) {
    return new ChatService(
        knowledge,
        guard,
        context,
        DirectAnswerer.firstOf(direct),
        answerer,
        ledger,
        settings,
        wording,
        openings,
        messages,
        json,
        meters,
        clock);
  }

  @Bean
  Wording wording(EnglishGlossary english, MessageSource messages) {
    return new Wording(
        new QuestionLanguage(english), new Readings(StarterCollection.concepts()), messages);
  }

  @Bean
  OpeningQuestions openingQuestions(KnowledgeBase knowledge, Halls halls) {
    return new OpeningQuestions(knowledge, halls);
  }
}
