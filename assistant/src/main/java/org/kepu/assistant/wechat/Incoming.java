package org.kepu.assistant.wechat;

import java.util.Map;

/** What a follower does. */
public sealed interface Incoming {

  /** Who does it. */
  OpenId from();

  /** The account it is done to, as WeChat names it. */
  String account();

  /**
   * Writes something.
   *
   * @param id the message's, the same when WeChat sends it again
   */
  record Text(OpenId from, String account, String id, String text) implements Incoming {}

  /** Sends what is no text: a voice, a picture, a place. */
  record Other(OpenId from, String account) implements Incoming {}

  /** Begins to follow the account. */
  record Followed(OpenId from, String account) implements Incoming {}

  /** Follows it no longer. */
  record Unfollowed(OpenId from, String account) implements Incoming {}

  /** Something that wants no answer: a tap on a menu's link, a place told in passing. */
  record Noted(OpenId from, String account) implements Incoming {}

  /**
   * The message in an XML.
   *
   * @throws UnreadableMessageException if it is none
   */
  static Incoming of(String xml) {
    Map<String, String> elements = Elements.of(xml);
    OpenId from = new OpenId(required(elements, "FromUserName"));
    String account = required(elements, "ToUserName");
    return switch (required(elements, "MsgType")) {
      case "text" ->
          new Text(
              from, account, required(elements, "MsgId"), elements.getOrDefault("Content", ""));
      case "event" ->
          switch (required(elements, "Event")) {
            case "subscribe" -> new Followed(from, account);
            case "unsubscribe" -> new Unfollowed(from, account);
            default -> new Noted(from, account);
          };
      default -> new Other(from, account);
    };
  }

  private static String required(Map<String, String> elements, String name) {
    String value = elements.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new UnreadableMessageException("A message has the element " + name);
    }
    return value;
  }
}
