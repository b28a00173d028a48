package org.counterpose.web;

import java.util.Optional;
import org.counterpose.programme.Programme;

/** Another programme that a reader of an article may begin, with its picture where it has one. */
public record OtherProgramme(Programme programme, Optional<LandingPage.Picture> picture) {}
