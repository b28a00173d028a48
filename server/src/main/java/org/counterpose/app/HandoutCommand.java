package org.counterpose.app;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.counterpose.booking.Clinic;
import org.counterpose.clinic.ClinicList;
import org.counterpose.document.Problems;
import org.counterpose.handout.Code;
import org.counterpose.handout.Handouts;
import org.counterpose.handout.Paper;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.journeys.ProgrammeNotHere;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.counterpose.store.Database;
import org.counterpose.store.ListRow;
import org.counterpose.store.SqlClinicList;
import org.counterpose.store.SqlJournals;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a programme, or one person's plan. */
@Command(
    name = "handout",
    description = {
      "Prints a programme, or one person's plan as it stands, as PDF on standard output, also while"
          + " it is being served.",
      "The person reads in their trail that it was done."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class HandoutCommand implements Callable<Integer> {

  @Option(
      names = "--programme",
      paramLabel = "ID",
      required = true,
      description = "Id of the programme; of a person's, also one that the settings leave out.")
  private String programme;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Such as es [the one that the person reads; of a programme, the clinic's own].")
  private @Nullable String language;

  @Option(
      names = "--journey",
      paramLabel = "ID",
      converter = JourneyId.class,
      description = "Id of a person's journey, for their own plan.")
  private @Nullable UUID journey;

  @Option(
      names = "--paper",
      paramLabel = "SIZE",
      defaultValue = "a4",
      description = "a4 or letter [a4].")
  private String paper;

  @Mixin private DataFolder data = new DataFolder();

  @Spec private CommandSpec spec;

  /**
   * What is to be printed.
   *
   * @param language where another is wished than the one that the person reads, or the clinic's own
   */
  record Wish(String programme, Optional<String> language, Optional<UUID> journey, Paper paper) {}

  /** What came of it. */
  sealed interface Printed {
    /**
     * Paper to be.
     *
     * @param otherwise in which language it is, where that is not the one that was asked for
     */
    record Pdf(byte[] bytes, Optional<String> otherwise) implements Printed {}

    /** Nothing, and why. */
    record Refused(String why) implements Printed {}
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    Configuration configuration = data.configuration();
    Paper size =
        Paper.named(paper)
            .orElseThrow(() -> new WrongUse("--paper is a4 or letter, got '" + paper + "'."));
    Wish wish =
        new Wish(programme, Optional.ofNullable(language), Optional.ofNullable(journey), size);
    return switch (printed(configuration, wish, InstantSource.system())) {
      case Printed.Refused refused -> {
        line.getErr().println(refused.why());
        yield 1;
      }
      case Printed.Pdf pdf -> {
        pdf.otherwise().ifPresent(line.getErr()::println);
        if (configuration.publicAddress().isEmpty()) {
          line.getErr()
              .println(
                  "There is no QR code on it: where this is served is not set (doctor tells).");
        }
        PrintStream out = System.out;
        out.write(pdf.bytes(), 0, pdf.bytes().length);
        out.flush();
        yield 0;
      }
    };
  }

  static Printed printed(Configuration configuration, Wish wish, InstantSource clock) {
    if (wish.language().filter(wished -> !Words.languages().contains(wished)).isPresent()) {
      throw new WrongUse(
          "There are no words in '"
              + wish.language().get()
              + "'; there are "
              + String.join(", ", Words.languages())
              + ".");
    }
    Problems problems = new Problems();
    Optional<Library> packs = Library.load(ClinicSettings.shelves(configuration), problems);
    Optional<Clinic> clinic = ClinicSettings.load(configuration, problems);
    if (packs.isEmpty() || clinic.isEmpty() || !problems.isEmpty()) {
      throw new BadPack(problems);
    }
    if (wish.journey().isPresent()) {
      return ofTrial(configuration, packs.get(), clinic.get(), wish, clock);
    }
    Desk desk = Desk.of(packs.get(), clinic.get(), wish, Optional.empty());
    Programme asked =
        desk.library()
            .programme(wish.programme())
            .orElseThrow(() -> new WrongUse("There is no programme '" + wish.programme() + "'."));
    return new Printed.Pdf(
        desk.handouts(asked)
            .ofProgramme(
                asked,
                new Handouts.For(
                    Optional.empty(),
                    configuration
                        .publicAddress()
                        .map(
                            address ->
                                new Code(
                                    address + "/programmes/" + asked.id(),
                                    Code.Leads.TO_THE_PROGRAMME)),
                    wish.paper(),
                    today(clock, clinic.get().zone()))),
        desk.otherwise(asked));
  }

  /** What printing a wish takes. A programme that is not told in its language is printed whole. */
  private record Desk(Library library, Clinic clinic, String language) {

    /**
     * @param read the language that the person reads; empty where that is not known
     */
    static Desk of(Library packs, Clinic clinic, Wish wish, Optional<String> read) {
      String language =
          wish.language()
              .or(() -> read.filter(Words.languages()::contains))
              .orElse(clinic.language());
      return new Desk(packs.in(language), clinic, language);
    }

    Handouts handouts(Programme asked) {
      boolean spoken = Words.languages().contains(asked.language());
      return new Handouts(library, clinic, Words.load(spoken ? asked.language() : language));
    }

    Optional<String> otherwise(Programme asked) {
      return asked.language().equals(language)
          ? Optional.empty()
          : Optional.of(
              "'"
                  + asked.id()
                  + "' is not told in '"
                  + language
                  + "': it is printed in its own language, '"
                  + asked.language()
                  + "'.");
    }
  }

  /** The plan of a trial: the programme it runs on counts, also where newcomers have no such. */
  private static Printed ofTrial(
      Configuration configuration, Library packs, Clinic clinic, Wish wish, InstantSource clock) {
    UUID id = wish.journey().orElseThrow();
    try (Database database = Database.beside(configuration.data())) {
      Desk desk = Desk.of(packs, clinic, wish, new SqlLanguages(database).of(id));
      Journeys journeys =
          new Journeys(desk.library(), new SqlJournals(database), clock, new SecureRandom());
      Optional<Journey> journey = journeys.shared(id);
      if (journey.isEmpty()) {
        return new Printed.Refused("There is no journey " + id + ".");
      }
      if (!journey.get().programme().id().equals(wish.programme())) {
        throw new WrongUse(
            "The journey " + id + " follows '" + journey.get().programme().id() + "'.");
      }
      if (!Handouts.mayPrint(journey.get().today(clock.instant()))) {
        return new Printed.Refused(
            "The trial is stopped, paused or over, or a safety question waits: its plan is not"
                + " printed now.");
      }
      byte[] pdf =
          desk.handouts(journey.get().programme())
              .ofTrial(
                  journey.get(),
                  clock.instant(),
                  new Handouts.For(
                      new ClinicList(new SqlClinicList(database), journeys, clock)
                          .row(id)
                          .map(ListRow::name)
                          .filter(name -> !name.isEmpty()),
                      configuration
                          .publicAddress()
                          .map(address -> new Code(address + "/today", Code.Leads.TO_TODAY)),
                      wish.paper(),
                      today(clock, journey.get().journal().routine().zone())));
      new AuditTrail(database)
          .record(
              new AuditLine(
                  clock.instant(),
                  Optional.empty(),
                  AuditLine.OPERATOR,
                  "viewed",
                  Optional.of(id),
                  "handout"));
      return new Printed.Pdf(pdf, desk.otherwise(journey.get().programme()));
    } catch (ProgrammeNotHere e) {
      return new Printed.Refused(
          "The journey " + id + " cannot go on now: " + e.getMessage() + " (doctor tells).");
    }
  }

  private static LocalDate today(InstantSource clock, ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
