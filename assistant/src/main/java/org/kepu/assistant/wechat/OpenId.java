package org.kepu.assistant.wechat;

/**
 * Who a follower is to this account. It is needed to answer, and belongs into no log and no
 * database.
 *
 * @param value as WeChat gives it
 */
public record OpenId(String value) {

  public OpenId {
    if (!value.matches("[A-Za-z0-9_-]{1,128}")) {
      throw new UnreadableMessageException("An OpenID has letters, digits, - and _");
    }
  }

  /** Never shows it. */
  @Override
  public String toString() {
    return "OpenId[…]";
  }
}
