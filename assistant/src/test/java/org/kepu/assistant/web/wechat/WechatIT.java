package org.kepu.assistant.web.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.FakeModel.STOP;
import static org.kepu.assistant.FakeModel.words;
import static org.kepu.assistant.FakeWechat.bring;
import static org.kepu.assistant.FakeWechat.event;
import static org.kepu.assistant.FakeWechat.message;
import static org.kepu.assistant.FakeWechat.messageId;
import static org.kepu.assistant.FakeWechat.openId;
import static org.kepu.assistant.FakeWechat.parameters;
import static org.kepu.assistant.FakeWechat.read;
import static org.kepu.assistant.FakeWechat.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.FakeWechat;
import org.kepu.assistant.FakeWechat.Reply;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.Service;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.reach.visitor.Salts;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.text.Sentences;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Followers ask in WeChat and are answered there; what WeChat did not send is turned away. */
@ExtendWith(OutputCaptureExtension.class)
class WechatIT {

  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final String PROMISE = "马上发给您";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final FakeModel MODEL = new FakeModel();
  private static final FakeWechat WECHAT = new FakeWechat();
  private static final Stall STALL = new Stall(Salts.class, Answerer.class);
  private static final Path HOME = IndexedHome.named("wechat");
  private static final List<String> FOLLOWERS = new ArrayList<>();
  private static final Map<String, Integer> SEEN = new HashMap<>();

  private static Service service;
  private static Client client;
  private static JdbcClient jdbc;

  private final String follower = newFollower();

  @BeforeAll
  static void start() {
    service =
        Service.startWith(
            context -> context.getBeanFactory().addBeanPostProcessor(STALL),
            HOME,
            Stream.concat(MODEL.settings().stream(), WECHAT.settings().stream())
                .toArray(String[]::new));
    client = service.client();
    jdbc = service.bean(JdbcClient.class);
    // What is loaded for the first question does not count against WeChat's five seconds.
    client.ask(QUESTION);
  }

  @AfterAll
  static void stopAndFindNobody() throws IOException {
    service.close();
    MODEL.close();
    WECHAT.close();
    try (Stream<Path> files = Files.walk(HOME)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).anyMatch(file -> file.endsWith("kepu.db"));
      assertThat(FOLLOWERS).isNotEmpty();
      for (Path file : all) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain("oCANARY");
      }
    }
  }

  @BeforeEach
  void everybodyIsWell() {
    STALL.end();
    MODEL.respond(aResponse().withStatus(503));
    WECHAT.takesMessages();
  }

  @Test
  void theAddressIsTriedOutWhenItIsEntered() {
    Response response = client.get("/wechat/portal?echostr=5927782489442352469&" + parameters());

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("text/plain");
    assertThat(response.text()).isEqualTo("5927782489442352469");
  }

  @Test
  void aQuestionIsAnsweredWithNumberedSourcesLinksAndTheLabel() throws InterruptedException {
    Response response = bring(client, text(follower, messageId(), QUESTION));

    assertThat(response.status()).isEqualTo(200);
    Reply reply = read(response);
    assertThat(reply.to()).isEqualTo(follower);
    assertThat(reply.from()).isEqualTo(FakeWechat.ACCOUNT);
    assertThat(reply.kind()).isEqualTo("text");
    String said = inTheEnd(follower, reply.text());
    assertThat(said)
        .contains("四不像", "[1]", "来源：\n[1] <a href=\"https://ask.example.org/wechat/source/")
        .endsWith("（人工智能生成）");
    assertThat(said.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_048);
  }

  @Test
  void aLinkLeadsToTheSourceWithTheQuoteMarked() throws InterruptedException {
    String said = told(follower, QUESTION);
    List<String> links =
        Pattern.compile("href=\"https://ask.example.org(/wechat/source/[^\"]+)\"")
            .matcher(said)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();

    assertThat(links).isNotEmpty();
    for (String link : links) {
      Response page = client.get(link);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none';");
      String quote = page.text().replaceAll("(?s).*<mark>(.*?)</mark>.*", "$1");
      assertThat(said).contains(quote.replace("&ldquo;", "“").replace("&rdquo;", "”"));
    }
    assertThat(client.get(links.getFirst().replaceAll("v=\\w+", "v=0")).text())
        .contains("现行版本")
        .doesNotContain("<mark>");
  }

  @Test
  void itIsLoggedAsOfWechatAndOfAVisitorWhoseNameIsNowhere() throws InterruptedException {
    String question = "麋鹿的角什么时候脱落，" + follower.substring(20) + "？";

    told(follower, question);

    List<@Nullable String> logged =
        jdbc.sql(
                """
                SELECT channel || ' ' || venue || ' ' || (visitor_key IS NOT NULL)
                FROM interaction JOIN interaction_text USING (event_id)
                WHERE type = 'question' AND text = ?
                """)
            .param(question)
            .query(String.class)
            .list();
    assertThat(logged).containsExactly("wechat milu 1");
    // That no file holds an OpenID is looked at when the service has stopped.
  }

  @Test
  void aFollowUpIsUnderstoodOfTheSameFollowerOnly() throws InterruptedException {
    told(follower, QUESTION);

    String same = told(follower, "它吃什么？");
    String other = told(newFollower(), "它吃什么？");

    assertThat(same).contains("草", "[1]");
    assertThat(other).contains("您问的是什么").doesNotContain("[1]");
  }

  @Test
  void aMessageThatWechatBringsAgainGetsTheSameAnswerAndIsOneQuestion()
      throws InterruptedException {
    String question = "麋鹿" + follower.substring(22) + "吃什么？";
    String message = text(follower, messageId(), question);

    String first = read(bring(client, message)).text();
    boolean inTime = !first.contains(PROMISE);
    String said = inTheEnd(follower, first);
    String again = bring(client, message).text();
    String third = bring(client, message).text();

    // What was sent as a message of its own is not said again.
    assertThat(again).isEqualTo(inTime ? again : "success").contains(inTime ? said : "success");
    assertThat(third).contains(inTime ? said : "success");
    assertThat(asked(question)).isEqualTo(1);
  }

  @Test
  void whatIsNotSignedWithTheTokenIsTurnedAwayAndNotLogged() {
    String question = "谁" + follower.substring(20) + "？";
    String message = text(follower, messageId(), question);

    Response forged =
        bring(client, parameters(Instant.now(), FakeWechat.nonce(), "other"), message);
    Response unsigned = bring(client, "", message);

    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.json().path("code").asString()).isEqualTo("wechat_signature");
    assertThat(unsigned.status()).isEqualTo(403);
    assertThat(client.get("/wechat/portal?echostr=1&signature=0&timestamp=1&nonce=1").status())
        .isEqualTo(403);
    assertThat(asked(question)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {-600, 600})
  void whatIsOldOrOfTheFutureIsTurnedAway(long seconds) {
    Instant then = Instant.now().plusSeconds(seconds);

    Response response =
        bring(
            client,
            parameters(then, FakeWechat.nonce(), FakeWechat.TOKEN),
            text(follower, messageId(), QUESTION));

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.json().path("code").asString()).isEqualTo("wechat_time");
  }

  @Test
  void aSignatureThatWasSeenServesForNoOtherMessage() {
    String parameters = parameters();
    String question = "换一个" + follower.substring(20) + "？";
    assertThat(bring(client, parameters, text(follower, messageId(), QUESTION)).status())
        .isEqualTo(200);

    Response replayed = bring(client, parameters, text(follower, messageId(), question));

    assertThat(replayed.status()).isEqualTo(403);
    assertThat(replayed.json().path("code").asString()).isEqualTo("wechat_replayed");
    assertThat(asked(question)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE xml [<!ENTITY x SYSTEM \"http://localhost:1/x\">]>",
        "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
        "<!DOCTYPE xml [<!ENTITY a \"哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
            + "<!ENTITY x \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]>",
        "<!DOCTYPE xml>"
      })
  void aDocumentTypeIsRefusedWhateverItDeclares(String documentType) {
    String inside =
        message(follower, "text", "<Content>&x;</Content><MsgId>" + messageId() + "</MsgId>");

    Response response = bring(client, documentType + inside);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("code").asString()).isEqualTo("malformed_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "麋鹿",
        "<xml>",
        "<xml></xml>",
        "{\"MsgType\":\"text\"}",
        "<xml><FromUserName>a'b</FromUserName></xml>"
      })
  void whatIsNoMessageIsTheCallersMistake(String body) {
    assertThat(bring(client, body).status()).isEqualTo(400);
  }

  @Test
  void aHugeBodyIsRefusedWithAndWithoutItsLength() {
    String huge = text(follower, messageId(), "麋".repeat(20_000));

    Response told = bring(client, huge);
    Response untold =
        client.send(
            "POST",
            "/wechat/portal?" + parameters(),
            BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8))),
            "Content-Type",
            "text/xml");

    assertThat(told.status()).isEqualTo(413);
    assertThat(untold.status()).isEqualTo(413);
  }

  @Test
  void anAnswerThatTakesLongIsPromisedAndSentAfterwardsOnce() throws InterruptedException {
    String quote = quote();
    MODEL.saysSlowly(
        Duration.ofMillis(1_600),
        words(quote.substring(0, 4)),
        words(quote.substring(4)),
        words("[1]"),
        words("。"),
        STOP);
    String question = QUESTION + follower.substring(22);
    String message = text(follower, messageId(), question);

    String promise = read(bring(client, message)).text();
    String again = bring(client, message).text();
    List<String> sent = sentTo(follower);

    assertThat(promise).contains(PROMISE);
    assertThat(again).containsAnyOf(PROMISE, "success");
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst()).contains(quote, "[1]", "来源：").endsWith("（人工智能生成）");
    assertThat(asked(question)).isEqualTo(1);
    await(() -> bring(client, message).text().equals("success"));
    assertThat(WECHAT.sentTo(follower)).hasSize(1);
  }

  /** Before the turn is opened, where it takes the day's salt, and while it is answered. */
  @ParameterizedTest
  @ValueSource(classes = {Salts.class, Answerer.class})
  void whateverStandsStillTheReplyIsInTimeAndTheAnswerIsSentOnce(Class<?> part)
      throws InterruptedException {
    String question = QUESTION + follower.substring(22);
    String message = text(follower, messageId(), question);
    STALL.begin(part);

    long before = System.nanoTime();
    String promise = read(bring(client, message)).text();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    String second = read(bring(client, message)).text();
    String third = read(bring(client, message)).text();
    boolean early = !WECHAT.sentTo(follower).isEmpty();
    STALL.end();

    assertThat(took).as("WeChat waits five seconds").isLessThan(Duration.ofSeconds(5));
    assertThat(List.of(promise, second, third)).allMatch(said -> said.contains(PROMISE));
    assertThat(early).isFalse();
    List<String> sent = sentTo(follower);
    await(() -> bring(client, message).text().equals("success"));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst()).contains("四不像", "[1]", "来源：").endsWith("（人工智能生成）");
    assertThat(WECHAT.sentTo(follower)).hasSize(1);
    assertThat(asked(question)).isEqualTo(1);
  }

  @Test
  void aFollowerWhoComesWhileAllStandsStillIsNotGreetedRatherThanTooLate() {
    STALL.begin(Salts.class);

    long before = System.nanoTime();
    Response response = bring(client, event(follower, "subscribe"));

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(response.text()).isEqualTo("success");
  }

  @Test
  void aTokenThatWechatForgotIsRenewed() throws InterruptedException {
    WECHAT.forgetsTheFirstToken();

    lateAnswer();

    // Refused with the old token where there was one, and sent again with the new.
    assertThat(sentTo(follower)).isNotEmpty();
  }

  @Test
  void whereWechatTakesNoMessageTheReasonIsLoggedAndNobodysName(CapturedOutput output)
      throws InterruptedException {
    WECHAT.refusesMessages(48001, "api unauthorized");

    lateAnswer();

    sentTo(follower);
    await(() -> output.getAll().contains("the error 48001"));
    assertThat(output.getAll())
        .doesNotContain("oCANARY", FakeWechat.SECRET, "access_token", "t-1", "t-2");
  }

  @Test
  void aNewFollowerIsGreetedWithThreeQuestionsOfTheVenue() {
    Reply greeting = read(bring(client, event(follower, "subscribe")));

    List<String> questions =
        greeting
            .text()
            .lines()
            .filter(line -> line.startsWith("· "))
            .map(l -> l.substring(2))
            .toList();
    assertThat(greeting.text()).startsWith("您好，我是科普助手。");
    assertThat(questions).hasSize(3).allMatch(question -> question.endsWith("？"));
    List<String> milu =
        service.bean(KnowledgeBase.class).documents().stream()
            .filter(document -> document.metadata().venues().contains("milu"))
            .flatMap(document -> document.sections().stream())
            .map(section -> section.heading())
            .toList();
    assertThat(milu).containsAll(questions);
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM interaction WHERE type='impression' AND channel='wechat'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voice <MediaId>m</MediaId><Format>amr</Format>",
        "image <PicUrl>http://mmbiz.qpic.cn/a</PicUrl><MediaId>m</MediaId>",
        "location <Location_X>23.1</Location_X><Label>家</Label>"
      })
  void whatIsNoTextIsToldPolitely(String kindAndMore) {
    String[] parts = kindAndMore.split(" ", 2);

    Reply reply =
        read(
            bring(
                client,
                message(follower, parts[0], parts[1] + "<MsgId>" + messageId() + "</MsgId>")));

    assertThat(reply.text()).contains("只看得懂文字");
  }

  @Test
  void aTapOnTheMenuIsNotAnswered() {
    assertThat(bring(client, event(follower, "VIEW")).text()).isEqualTo("success");
  }

  @Test
  void whoLeavesIsForgotten() throws InterruptedException {
    String question = "麋鹿" + follower.substring(21) + "有几个蹄子？";
    told(follower, question);
    assertThat(asked(question)).isEqualTo(1);

    assertThat(bring(client, event(follower, "unsubscribe")).text()).isEqualTo("success");

    assertThat(asked(question)).as("texts").isZero();
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM interaction WHERE type = 'conversation_end' AND channel ="
                        + " 'wechat' AND reason = 'explicit'")
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(told(follower, "它吃什么？")).contains("您问的是什么");
  }

  @Test
  void whatHasNoSourceWhatIsUnclearAndAnEmergencyAreTextsToo() throws InterruptedException {
    String none = told(follower, "火星上的麋鹿叫什么名字？");
    String crisis = told(follower, "我家孩子在展厅里走丢了");

    assertThat(none).contains("没有找到可靠的依据").endsWith("（人工智能生成）");
    assertThat(crisis).contains("工作人员").doesNotContain("来源：", "您可以这样问");
  }

  @Test
  void aQuestionThatIsTooLongIsToldSo() {
    assertThat(read(bring(client, text(follower, messageId(), "麋".repeat(501)))).text())
        .contains("1 到 500 个字", "501");
  }

  @Test
  void aQuestionInTraditionalCharactersIsAnsweredInThem() throws InterruptedException {
    assertThat(told(follower, "麋鹿為什麼叫「四不像」？")).contains("來源：", "（人工智慧生成）");
  }

  /** What a follower is told in the end, whether in time or afterwards. */
  private static String told(String follower, String question) throws InterruptedException {
    return inTheEnd(follower, read(bring(client, text(follower, messageId(), question))).text());
  }

  private static String inTheEnd(String follower, String reply) throws InterruptedException {
    return reply.matches("(?s).*(马上发给您|馬上傳給您).*") ? sentTo(follower).getLast() : reply;
  }

  private void lateAnswer() {
    String quote = quote();
    MODEL.saysSlowly(
        Duration.ofMillis(1_600),
        words(quote.substring(0, 4)),
        words(quote.substring(4)),
        words("[1]"),
        words("。"),
        STOP);
    String promise = read(bring(client, text(follower, messageId(), QUESTION))).text();
    assertThat(promise).contains(PROMISE);
  }

  /** A sentence that the passages hold, as the model may say it. */
  private static String quote() {
    String text =
        service
            .bean(KnowledgeBase.class)
            .search(SearchRequest.of(QUESTION, 1))
            .ranked()
            .getFirst()
            .passage()
            .text();
    return Sentences.of(text).getFirst().of(text);
  }

  /** The messages that a follower was sent since this test last looked, once there is one. */
  private static List<String> sentTo(String openId) throws InterruptedException {
    int seen = SEEN.getOrDefault(openId, 0);
    await(() -> WECHAT.sentTo(openId).size() > seen);
    List<String> sent = WECHAT.sentTo(openId);
    SEEN.put(openId, sent.size());
    return sent.subList(seen, sent.size());
  }

  private static void await(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting").isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private static long asked(String question) {
    return new InteractionRecords(jdbc).asked(question);
  }

  private static String newFollower() {
    String follower = openId();
    FOLLOWERS.add(follower);
    return follower;
  }
}
