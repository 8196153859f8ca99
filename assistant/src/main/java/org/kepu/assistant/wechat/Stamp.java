package org.kepu.assistant.wechat;

import org.jspecify.annotations.Nullable;

/**
 * What WeChat puts into the address of each request.
 *
 * @param timestamp in seconds since 1970
 * @param nonce a random number
 * @param signature of token, timestamp and nonce
 * @param messageSignature the same with the encrypted message; null where it is plain
 */
public record Stamp(
    String timestamp, String nonce, String signature, @Nullable String messageSignature) {

  /** From parameters that may be missing. */
  public static Stamp of(
      @Nullable String timestamp,
      @Nullable String nonce,
      @Nullable String signature,
      @Nullable String messageSignature) {
    return new Stamp(some(timestamp), some(nonce), some(signature), messageSignature);
  }

  private static String some(@Nullable String value) {
    return value == null ? "" : value;
  }
}
