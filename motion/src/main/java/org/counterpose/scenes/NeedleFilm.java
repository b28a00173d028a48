package org.counterpose.scenes;

import java.io.IOException;
import java.io.OutputStream;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.camera.Camera;
import org.counterpose.camera.Film;
import org.counterpose.camera.Photo;
import org.counterpose.coach.Side;

/**
 * A film of one hold of thread the needle, seen from the right, for a camera that is not there: a
 * dressed body that the pose model takes for a person.
 */
public final class NeedleFilm {

  /** Seconds at table-top before the arm goes under, long enough for a model to find the body. */
  public static final double BEFORE_SECONDS = 5;

  public static final double HOLD_SECONDS = 6;

  private static final double WAY_SECONDS = 1.4;
  private static final int HEIGHT = 480;

  private static final Camera CAMERA =
      Camera.looking(new Position(0.15, 0.5, 2.2), new Position(0.15, 0.42, 0), 0);

  private NeedleFilm() {}

  /**
   * Writes the film.
   *
   * @param side whose arm goes under
   * @param rate pictures a second
   */
  public static void write(OutputStream out, Side side, int rate) throws IOException {
    Pose half = of(side, Postures.RIGHT_HALF_UNDER);
    Script script =
        new Script(Postures.TABLE_TOP)
            .stays(BEFORE_SECONDS)
            .goes(half, WAY_SECONDS)
            .goes(of(side, Postures.RIGHT_UNDER), WAY_SECONDS)
            .holds(side, HOLD_SECONDS)
            .goes(half, WAY_SECONDS)
            .goes(Postures.TABLE_TOP, WAY_SECONDS)
            .stays(2);
    Film film = new Film(out, rate);
    for (double millis = 0; millis < script.millis(); millis += 1000.0 / rate) {
      film.add(Photo.of(Posed.of(Build.ADULT, script.at(millis).pose()), CAMERA, HEIGHT));
    }
  }

  private static Pose of(Side side, Pose right) {
    return side == Side.RIGHT ? right : right.mirrored();
  }
}
