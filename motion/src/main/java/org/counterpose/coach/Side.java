package org.counterpose.coach;

/** The person's own left or right. */
public enum Side {
  LEFT("left"),
  RIGHT("right");

  private final String name;

  Side(String name) {
    this.name = name;
  }

  public String named() {
    return name;
  }

  Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
