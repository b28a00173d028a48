package org.counterpose.guard;

/** What is sent with a refusal. */
public record ErrorBody(String contentType, String text) {}
