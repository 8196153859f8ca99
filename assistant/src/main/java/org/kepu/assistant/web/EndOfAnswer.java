package org.kepu.assistant.web;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells the last part of an answer from the others, and from “100 Continue”, which is none. */
final class EndOfAnswer {

  private EndOfAnswer() {}

  static boolean is(Object message) {
    return message instanceof LastHttpContent
        && !(message instanceof HttpResponse response && isInterim(response));
  }

  static boolean isInterim(HttpResponse response) {
    return response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
