package org.kepu.assistant.wechat;

import java.time.Instant;

/**
 * A reply in the shape that WeChat reads.
 *
 * @param to to whom it goes
 * @param account from which account
 * @param text what it says
 * @param at when
 */
public record Reply(OpenId to, String account, String text, Instant at) {

  /** As XML. */
  public String xml() {
    return """
    <xml>
    <ToUserName>%s</ToUserName>
    <FromUserName>%s</FromUserName>
    <CreateTime>%d</CreateTime>
    <MsgType><![CDATA[text]]></MsgType>
    <Content>%s</Content>
    </xml>"""
        .formatted(quoted(to.value()), quoted(account), at.getEpochSecond(), quoted(text));
  }

  /** Text as it is, the one mark that would end it and what XML cannot hold left out. */
  private static String quoted(String value) {
    String possible =
        value.replaceAll(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    return "<![CDATA[" + possible.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
