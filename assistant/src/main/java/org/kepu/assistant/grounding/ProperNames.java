package org.kepu.assistant.grounding;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Mention;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.text.TextForms;

/**
 * The names in a text: of the collection's concepts, whatever form they take; of countries (from
 * ICU), places and people; and what is written as foreign names are.
 */
final class ProperNames {

  /** Characters that write the sounds of foreign names and seldom stand together otherwise. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[斯尔克特拉姆普伊尼亚弗洛夫茨蒂娜莱伦奥维卡赫帕默莫诺鲁穆萨索塔韦沃雅泽埃艾贝厄恩菲哈凯科库兰勒雷利林卢罗玛曼梅蒙纳欧佩乔瑟史托威温沙莎朱汤詹森顿戈戴德达第谷迪巴布伯加基]{3,}");

  private final Names names;
  private final Map<Character, List<String>> byFirst = new HashMap<>();

  /**
   * @param places names of places beside those of this package's table
   */
  ProperNames(Names names, Collection<String> places) {
    this.names = names;
    Stream.of(
            countries(),
            places.stream(),
            Resources.lines("places.txt").stream(),
            Resources.lines("people.txt").stream())
        .flatMap(words -> words)
        .map(TextForms::forMatching)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            name -> byFirst.computeIfAbsent(name.charAt(0), first -> new ArrayList<>()).add(name));
  }

  /** The names in {@code form}, a concept's by its id; {@code form} is in the form for matching. */
  Set<String> in(String form) {
    Set<String> found = new HashSet<>();
    StringBuilder rest = new StringBuilder(form);
    for (Mention mention : names.in(form)) {
      if (writtenOut(mention, form)) {
        found.add("#" + mention.concept().id());
        for (int i = mention.span().start(); i < mention.span().end(); i++) {
          rest.setCharAt(i, '#');
        }
      }
    }
    for (int at = 0; at < rest.length(); at++) {
      for (String name : byFirst.getOrDefault(rest.charAt(at), List.of())) {
        if (rest.indexOf(name, at) == at) {
          found.add(name);
          at += name.length() - 1;
          break;
        }
      }
    }
    return found;
  }

  /** What looks like a foreign name in {@code form}. */
  static Stream<String> foreign(String form) {
    return FOREIGN.matcher(form).results().map(MatchResult::group);
  }

  /** Not a guess by its sound. */
  private static boolean writtenOut(Mention mention, String form) {
    String text = TextForms.asKey(mention.span().of(form));
    Concept concept = mention.concept();
    return Stream.concat(Stream.of(concept.name()), concept.aliases())
        .anyMatch(name -> TextForms.asKey(name).equals(text));
  }

  private static Stream<String> countries() {
    LocaleDisplayNames display = LocaleDisplayNames.getInstance(ULocale.SIMPLIFIED_CHINESE);
    return Stream.of(ULocale.getISOCountries())
        .map(display::regionDisplayName)
        .filter(name -> name.matches("\\p{IsHan}{2,}"));
  }

  /** Not used to match, only to speak of a name in a log. */
  static String spoken(String name) {
    Matcher id = Pattern.compile("#(.+)").matcher(name);
    return id.matches() ? id.group(1) : name;
  }
}
