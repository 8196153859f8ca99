package org.kepu.assistant.educator.generation;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.taxon.Names;

/** Whether a text can be understood without what stood before it, and says what is so. */
final class Standing {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 64;

  /** What points at something said elsewhere. */
  private static final Pattern POINTS =
      Pattern.compile(
          "[它他她]|这|(?<!刹)那|其中|其余|其他|其它|其实|此|上述|上面说|前面|如此|当时|同样|后者|前者|两者|二者|三者|彼此|对方|另一|另外|别的|剩下|余下|各自|后来|不久|到了|随后|接着|至今|如今|现在|目前|今天|近年|最近几|本文|文中|可看|参看|故事可|可以读|可以看看|助手|误会|前后不过|反过来|标本里|书中|算出的|较常见的是|常见的还有|占了大半|光看|以为|说成|遭遇");

  private static final Pattern LEADS_ON =
      Pattern.compile(
          "^(?:不过|而|但|可|却|也|还|又|再|就|都|因此|所以|于是|因为|由于|例如|比如|然后|最后|首先|其次|原来|反而|反过来|甚至|尤其|即使|哪怕|虽然|尽管|只有|只要|除了|既然|另|同|同时|多数|大多|大部分|有的|有些|有人|有时|一般|通常|往往|常常|也许|可能|大约|约|据|多|少|直到|等|把|让|使|从而|以后|之后|以前|之前|相反|相比|和|与|跟|像|好像|好比|正是|正好|换句话|严格|传说|相传|古人|人们|科学家|研究者|学者|专家|天文学家|古生物学家|一种|一个|一只|一块|一支|一群|一些|两|三|四|几|每|一是|二是|三是|一部分|要让|要使|哪些|想|感到|真正|做|一边|旧图|旧的|早年|常有|早先|个|地|上|下|里|前|后)(?![\\p{IsHan}]{0,0}$)");

  /** What is supposed, likened or advised is not what is so. */
  private static final Pattern NOT_SO =
      Pattern.compile(
          "如果|假如|假设|要是|倘若|好比|相当于|等于说|打个比方|差不多|一样[，长大重高]|像.*(?:一样|似的)|也许|或许|可能|大概是|据说|传说|相传|猜|推测|估计过|有人说|应当|应该|不要|最好|必须|不妨|请|记住|注意|我们|你|您|咱|若|出门|可以戴|不算贵|可以联系|就该|联系|？|！|……|说法不一|看法不一|不确定|没有定论|争论|各家|办法$|看法$|说法$|原因$|先读|可以先|观察笔记|来历，见|，见|开放时间|公众号|预约|官方网站|有关系$|不少种类$|故事$|问题$");

  /** What is contrasted with something said before. */
  private static final Pattern CONTRASTS =
      Pattern.compile(
          "^[^，]{1,16}(?:却|倒是|倒也|则|(?<!早)就在)|^[^，]{1,6}还(?:有|是|像|说|能|会)|^[^，]{1,12}也(?:是|来自|叫|属于)|^[^，]{1,6}(?<![祖首最率优领事预原])先(?![前天后进例是生])");

  /** What is more than something that is not named. */
  private static final Pattern COMPARES = Pattern.compile("^(?!.*[比越]).*更[大小长短高矮重轻深浅远近早晚快慢多少]");

  private final Names names;

  Standing(Names names) {
    this.names = names;
  }

  /** Whether {@code text}, from {@code document}, is understood by itself and is a plain fact. */
  boolean alone(String text, Document document) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && !POINTS.matcher(text).find()
        && !LEADS_ON.matcher(text).find()
        && !NOT_SO.matcher(text).find()
        && !CONTRASTS.matcher(text).find()
        && !COMPARES.matcher(text).find()
        && balanced(text)
        && namesSomething(text, document);
  }

  /** Whether {@code text} names what the document is about, or anything else that has a name. */
  private boolean namesSomething(String text, Document document) {
    return Stream.of(List.of(document.title()), document.metadata().aliases())
            .flatMap(Collection::stream)
            .anyMatch(text::contains)
        || names.in(text).stream().anyMatch(mention -> mention.span().start() < text.length() / 2);
  }

  private static boolean balanced(String text) {
    return Stream.of("“”", "（）", "《》", "‘’")
        .allMatch(pair -> count(text, pair.charAt(0)) == count(text, pair.charAt(1)));
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }
}
