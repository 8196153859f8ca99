package org.kepu.assistant.sky;

/** A sentence of a computed answer and how it was computed. */
record Said(String text, Method method) {}
