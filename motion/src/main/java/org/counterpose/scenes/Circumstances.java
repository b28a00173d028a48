package org.counterpose.scenes;

import java.util.Locale;

/** What makes a scene easy or hard for a coach. */
enum Circumstances {
  FAIR,
  FROM_ASIDE,
  SHAKY,
  OFTEN_LOST,
  HIDDEN,
  /** It is who moves that makes it hard. */
  CLUMSY;

  String named() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How far the camera stands off the side view, in degrees to the front. */
  double aside(Chance chance) {
    double degrees = this == FROM_ASIDE ? chance.within(12, 30) : chance.within(0, 12);
    return chance.happens(0.5) ? degrees : -degrees;
  }

  Faults faults(Chance chance) {
    Faults few = Faults.few(chance);
    return switch (this) {
      case FAIR, FROM_ASIDE, CLUMSY -> few;
      case SHAKY -> few.shaky(chance);
      case OFTEN_LOST -> few.oftenLost(chance);
      case HIDDEN -> few.hidden(chance);
    };
  }
}
