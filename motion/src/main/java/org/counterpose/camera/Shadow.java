package org.counterpose.camera;

/** The soft shadow of a body on the floor, with the light straight above. */
final class Shadow {

  private static final double CELL = 0.02;
  private static final int HALF = 100;

  private final float[] dark = new float[4 * HALF * HALF];

  /** The lower a ball, the darker and the smaller its shadow. */
  void cast(Ball ball) {
    double height = Math.max(0, ball.centre().y() - ball.radius());
    double radius = ball.radius() + 0.12 * height + 0.03;
    float depth = (float) (0.55 / (1 + 4 * height));
    int reach = (int) Math.ceil(radius / CELL);
    int middleX = (int) Math.floor(ball.centre().x() / CELL);
    int middleZ = (int) Math.floor(ball.centre().z() / CELL);
    for (int x = middleX - reach; x <= middleX + reach; x++) {
      for (int z = middleZ - reach; z <= middleZ + reach; z++) {
        double far = Math.hypot(x - middleX, z - middleZ) * CELL / radius;
        if (far < 1 && Math.abs(x) < HALF && Math.abs(z) < HALF) {
          int at = (x + HALF) * 2 * HALF + z + HALF;
          dark[at] = Math.max(dark[at], depth * (float) (1 - far * far));
        }
      }
    }
  }

  /** How much light reaches a place on the floor, 0 to 1. */
  double light(double x, double z) {
    int cellX = (int) Math.floor(x / CELL);
    int cellZ = (int) Math.floor(z / CELL);
    if (Math.abs(cellX) >= HALF || Math.abs(cellZ) >= HALF) {
      return 1;
    }
    return 1 - dark[(cellX + HALF) * 2 * HALF + cellZ + HALF];
  }
}
