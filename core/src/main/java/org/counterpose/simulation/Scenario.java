package org.counterpose.simulation;

/**
 * What is true of some made-up people, all but their chance.
 *
 * @param name the row's name
 * @param start the level that they begin with
 * @param relief how their level truly changes
 * @param course how that change is spread over the days
 * @param entry on what kind of day they come
 * @param rating which days they rate
 * @param scatter how their days scatter
 */
public record Scenario(
    String name,
    Start start,
    Relief relief,
    Course course,
    Entry entry,
    Rating rating,
    Scattering scatter) {

  /** People as measures.md draws them: an even course, an ordinary entry, 15 % of days missing. */
  public static Scenario of(String name, Relief relief) {
    return new Scenario(
        name,
        Start.USUAL,
        relief,
        Course.EVEN,
        Entry.ORDINARY,
        Rating.MOST_DAYS,
        Scattering.PUBLISHED);
  }

  public Scenario coming(Entry entry) {
    return new Scenario(name, start, relief, course, entry, rating, scatter);
  }

  public Scenario rating(Rating rating) {
    return new Scenario(name, start, relief, course, entry, rating, scatter);
  }

  public Scenario going(Course course) {
    return new Scenario(name, start, relief, course, entry, rating, scatter);
  }

  public Scenario scattering(Scattering scatter) {
    return new Scenario(name, start, relief, course, entry, rating, scatter);
  }

  public Scenario beginning(double least, double most) {
    return new Scenario(name, new Start(least, most), relief, course, entry, rating, scatter);
  }

  /** The level at the beginning: anywhere between two points, evenly. */
  public record Start(double least, double most) {
    static final Start USUAL = new Start(3, 8);
  }

  /**
   * The true change from the first seven days to the last seven of 28, in points; relief is
   * positive.
   *
   * @param important so many times the important change of the person's start value
   * @param points and so many points more
   */
  public record Relief(double important, double points) {
    public static final Relief NONE = new Relief(0, 0);

    public static Relief important(double times) {
      return new Relief(times, 0);
    }

    public static Relief points(double points) {
      return new Relief(0, points);
    }
  }

  /** How a change is spread over 28 days. */
  public enum Course {
    EVEN,
    /** Fast at first: each week brings 63 % of what is left. */
    EARLY,
    /** Nothing for two weeks, then within a few days around day 17. */
    LATE,
    /** From one day to the next, on day 11. */
    SUDDEN,
    /**
     * Evenly, and the level wanders besides, by 0.25 points (SD) a day; the truth is where it got.
     */
    WANDERING;

    /** How much of the change is there on a day, from 0 on the first to about 1. */
    double share(int day) {
      return switch (this) {
        case EVEN, WANDERING -> (day - 1) / 27.0;
        case EARLY -> 1 - StrictMath.exp(-(day - 1) / 7.0);
        case LATE -> 1 / (1 + StrictMath.exp(-(day - 17) / 1.5));
        case SUDDEN -> day >= 11 ? 1 : 0;
      };
    }
  }

  /** The day on which somebody comes. */
  public enum Entry {
    ORDINARY,
    /** A day at least 1 above the person's own mean (measures.md). */
    FLARE,
    /** Two points above the level on the first day, halved every four days: a flare that lasts. */
    LASTING_FLARE
  }

  /** Which days are rated. */
  public enum Rating {
    /** 15 % missing, rising from half of that to half as much again (measures.md). */
    MOST_DAYS(0.15),
    HALF_THE_DAYS(0.5),
    /** 30 % missing on average, more on bad days: an SD above the level adds 80 %. */
    FEWER_ON_BAD_DAYS(0.3);

    final double missing;

    Rating(double missing) {
      this.missing = missing;
    }
  }

  /** How people's days scatter. */
  public enum Scattering {
    /** SD lognormal, median 1.1, 0.4 to 2.5; correlation about 0.3, 0 to 0.6 (measures.md). */
    PUBLISHED(1.1, 0.3),
    /** Median 1.6, as was published of fibromyalgia (measures.md). */
    WIDE(1.6, 0.3),
    /** A correlation about 0.5: bad days come in runs. */
    IN_RUNS(1.1, 0.5);

    final double sd;
    final double rho;

    Scattering(double sd, double rho) {
      this.sd = sd;
      this.rho = rho;
    }
  }
}
