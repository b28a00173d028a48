package org.counterpose.figure;

/** A movement that is seen to move. */
final class Animation {

  private final Scene scene;

  Animation(Scene scene) {
    this.scene = scene;
  }

  String shapes() {
    return Svg.shapes(scene.at(1));
  }
}
