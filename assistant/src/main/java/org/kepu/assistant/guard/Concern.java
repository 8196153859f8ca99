package org.kepu.assistant.guard;

import java.util.Locale;

/**
 * Why a question is not answered from the collection, the gravest first: where several are seen,
 * the first counts.
 */
public enum Concern {
  /** Despair, or somebody who wants to die. */
  SELF_HARM,
  /** Somebody ate or drank what may poison. */
  POISONING,
  /** Fire, smoke or gas. */
  FIRE,
  /** Somebody is hurt or unwell. */
  INJURY,
  /** A child is beaten, touched or bullied. */
  CHILD_ABUSE,
  /** Somebody is threatened, robbed or trapped. */
  THREAT,
  /** A visitor, mostly a child, has lost those it came with. */
  LOST_VISITOR,
  /** Somebody looks for a lost child, or has found one. */
  LOST_CHILD,

  /** Sexual talk; not the biology of it. */
  SEXUAL,
  /** How to hurt, steal, deceive or poach; contempt for a group of people. */
  HARM,
  /** The assistant is told to forget its rules or to disclose them. */
  INJECTION,
  /** Politics. */
  POLITICS,
  /** Insults. */
  ABUSE,
  /** What a museum of nature is not asked: shares, horoscopes, homework. */
  OFF_TOPIC;

  /** Whether somebody may be in danger now. */
  public boolean emergency() {
    return compareTo(LOST_CHILD) <= 0;
  }

  /** The name in metrics and files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
