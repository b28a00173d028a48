package org.counterpose.programme;

/** Numbers from {@code least} to {@code most}, both included, and less than {@code below}. */
record NumberRange(double least, double most, double below) {
  static final NumberRange ANY =
      new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final NumberRange NOTHING = new NumberRange(0, 0, Double.POSITIVE_INFINITY);

  static NumberRange of(Question.Kind kind) {
    return switch (kind) {
      case Question.Quantity quantity ->
          new NumberRange(quantity.min(), quantity.max(), Double.POSITIVE_INFINITY);
      case Question.Whole whole ->
          new NumberRange(whole.min(), whole.max(), Double.POSITIVE_INFINITY);
      case Question.Many many -> ANY;
      case Question.One one -> ANY;
      case Question.YesNo yesNo -> ANY;
    };
  }

  NumberRange and(NumberRange other) {
    return new NumberRange(
        Math.max(least, other.least), Math.min(most, other.most), Math.min(below, other.below));
  }

  NumberRange plus(NumberRange other) {
    // a sum of what lies below bounds lies below their sum; its greatest is looked at alone
    return new NumberRange(
        least + other.least,
        Math.min(most, below) + Math.min(other.most, other.below),
        Double.POSITIVE_INFINITY);
  }

  boolean holdsAny() {
    return least <= most && least < below;
  }

  /** The same whole numbers, by their least and greatest alone. */
  NumberRange inWholeNumbers() {
    return new NumberRange(
        Math.ceil(least),
        Math.min(Math.floor(most), Math.ceil(below) - 1),
        Double.POSITIVE_INFINITY);
  }
}
