package org.counterpose.camera;

import java.util.Arrays;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;

/**
 * A picture of a dressed body on a floor before a wall, in soft light from above. Made so that the
 * pose model takes it for a person: it knows faces, clothes and shadows from photographs.
 */
public final class Photo {

  /** How far behind the middle of the room the floor ends at the wall, in metres. */
  private static final double WALL = 1.8;

  /** Where the light comes from. */
  private static final Position LIGHT = new Position(0.25, 0.8, 0.2);

  private static final double AMBIENT = 0.5;

  private final Camera camera;
  private final int width;
  private final int height;
  private final double[] depths;
  private final float[] colours;
  private final Shadow shadow = new Shadow();
  private final Position behind;

  private Photo(Camera camera, int height) {
    this.camera = camera;
    Position forwards = camera.turn().forwards();
    this.behind = new Position(forwards.x(), 0, forwards.z()).unit();
    this.height = height;
    this.width = (int) Math.round(height * camera.aspect());
    this.depths = new double[width * height];
    this.colours = new float[3 * width * height];
  }

  /**
   * A picture.
   *
   * @param height in pixels; the width follows from the camera
   */
  public static Photo of(Posed body, Camera camera, int height) {
    Photo photo = new Photo(camera, height);
    List<Ball> balls = Dressed.balls(body);
    balls.forEach(photo.shadow::cast);
    Arrays.fill(photo.depths, Double.POSITIVE_INFINITY);
    balls.forEach(photo::draw);
    photo.room();
    return photo;
  }

  /** A picture of the room alone. */
  public static Photo empty(Camera camera, int height) {
    Photo photo = new Photo(camera, height);
    Arrays.fill(photo.depths, Double.POSITIVE_INFINITY);
    photo.room();
    return photo;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Red, green or blue of a pixel, 0 to 255. */
  public int value(int x, int y, int channel) {
    return Math.clamp(Math.round(255 * colours[3 * (y * width + x) + channel]), 0, 255);
  }

  private void draw(Ball ball) {
    Position before = camera.before(ball.centre());
    double near = before.x() - ball.radius();
    if (near < 0.1) {
      return;
    }
    double scale = height / (before.x() * camera.tall()); // pixels a metre
    double radius = ball.radius() * scale;
    double middleX = camera.x(before) * width;
    double middleY = camera.y(before) * height;
    int top = Math.max(0, (int) Math.floor(middleY - radius));
    int bottom = Math.min(height - 1, (int) Math.ceil(middleY + radius));
    int left = Math.max(0, (int) Math.floor(middleX - radius));
    int right = Math.min(width - 1, (int) Math.ceil(middleX + radius));
    Position light = camera.turn().own(LIGHT.unit());
    for (int y = top; y <= bottom; y++) {
      double up = (middleY - y - 0.5) / radius;
      for (int x = left; x <= right; x++) {
        double across = (x + 0.5 - middleX) / radius;
        double inside = 1 - up * up - across * across;
        if (inside > 0) {
          double out = Math.sqrt(inside);
          double depth = before.x() - out * ball.radius();
          double lit = Math.max(0, up * light.y() + across * light.z() - out * light.x());
          double facing = 0.12 * out; // a little light comes from the camera's side too
          put(x, y, depth, ball.colour().times(AMBIENT + 0.5 * lit + facing));
        }
      }
    }
  }

  private void put(int x, int y, double depth, Colour colour) {
    int at = y * width + x;
    if (depth < depths[at]) {
      depths[at] = depth;
      colours[3 * at] = (float) colour.red();
      colours[3 * at + 1] = (float) colour.green();
      colours[3 * at + 2] = (float) colour.blue();
    }
  }

  /** Floor and wall wherever nobody is. */
  private void room() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (depths[y * width + x] == Double.POSITIVE_INFINITY) {
          put(x, y, Double.MAX_VALUE, behind(x, y));
        }
      }
    }
  }

  private Colour behind(int x, int y) {
    double across = ((x + 0.5) / width - 0.5) * camera.tall() * camera.aspect();
    double up = (0.5 - (y + 0.5) / height) * camera.tall();
    Position way = camera.turn().of(new Position(1, up, across));
    double grain = 1 + 0.02 * grain(x, y);
    if (way.y() < -1e-6) {
      Position floor = camera.place().plus(way.times(-camera.place().y() / way.y()));
      if (floor.dot(behind) < WALL) {
        double boards = Math.floorMod((int) Math.floor(floor.x() / 0.14), 2) == 0 ? 1 : 0.96;
        return Colour.FLOOR.times(grain * boards * shadow.light(floor.x(), floor.z()));
      }
    }
    return Colour.WALL.times(grain * (0.92 + 0.1 * up));
  }

  /** Something between -1 and 1 that looks like chance and is always the same. */
  private static double grain(int x, int y) {
    int mixed = x * 374761393 + y * 668265263;
    mixed = (mixed ^ (mixed >>> 13)) * 1274126177;
    return ((mixed ^ (mixed >>> 16)) & 0xffff) / 32768.0 - 1;
  }
}
