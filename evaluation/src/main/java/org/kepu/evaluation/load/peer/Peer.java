package org.kepu.evaluation.load.peer;

import java.util.List;

/** Answers a question with sentences; may block. */
@FunctionalInterface
public interface Peer {

  List<String> answer(String question);
}
