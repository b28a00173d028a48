package org.counterpose.scenes;

import java.io.IOException;
import java.io.OutputStream;
import org.counterpose.body.Build;
import org.counterpose.body.Joint;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.camera.Camera;
import org.counterpose.camera.Film;
import org.counterpose.camera.Photo;
import org.counterpose.coach.Side;

/**
 * Films for a camera that is not there: a dressed body that the pose model takes for a person, seen
 * as the product asks people to stand their device.
 *
 * @param rate pictures a second
 */
public record Filmed(int rate) {

  private static final int HEIGHT = 480;

  /** On the floor, two metres away, side on. */
  private static final Camera ON_THE_FLOOR =
      Camera.looking(new Position(0.15, 0.5, 2.2), new Position(0.15, 0.42, 0), 0);

  private static final Camera BESIDE_THE_MAT =
      Camera.looking(new Position(-0.1, 0.45, 2.4), new Position(-0.1, 0.4, 0), 0);

  private static final Camera BESIDE_THE_DESK =
      Camera.looking(new Position(0.15, 0.95, 1.9), new Position(0.15, 0.85, 0), 0);

  private static final Camera AT_THE_CHEST =
      Camera.looking(new Position(0.05, 1.05, 2.4), new Position(0.05, 0.9, 0), 0);

  /** One hold of thread the needle, after five seconds at table-top. */
  public void needle(Side side, OutputStream out) throws IOException {
    Pose half = of(side, Postures.RIGHT_HALF_UNDER);
    Script script =
        new Script(Postures.TABLE_TOP)
            .stays(5)
            .goes(half, 1.4)
            .goes(of(side, Postures.RIGHT_UNDER), 1.4)
            .holds(side, 6)
            .goes(half, 1.4)
            .goes(Postures.TABLE_TOP, 1.4)
            .stays(2);
    write(script, ON_THE_FLOOR, out);
  }

  /** Sitting on the mat, lying down over the towel, lying, getting up again. */
  public void towel(OutputStream out) throws IOException {
    Script script =
        new Script(Postures.SITTING_ON_THE_FLOOR)
            .stays(3)
            .goes(Postures.OVER_THE_TOWEL, 3)
            .stays(14)
            .goes(Postures.SITTING_ON_THE_FLOOR, 3)
            .stays(2);
    write(script, BESIDE_THE_MAT, out);
  }

  /** Tall sitting at a desk for a while, then slumped for longer than anybody should. */
  public void desk(double tallSeconds, double slumpedSeconds, OutputStream out) throws IOException {
    Script script =
        new Script(Postures.SITTING)
            .stays(tallSeconds)
            .goes(Postures.SLUMPED, 2)
            .stays(slumpedSeconds);
    write(script, BESIDE_THE_DESK, out);
  }

  /** Standing still, seen from the side. */
  public void standing(OutputStream out) throws IOException {
    Pose standing =
        Pose.STANDING
            .with(Joint.NECK, 12)
            .with(Joint.HEAD, -10)
            .with(Joint.LEFT_SHOULDER, 4, 6, 0)
            .with(Joint.RIGHT_SHOULDER, 4, 6, 0);
    write(new Script(standing).stays(12), AT_THE_CHEST, out);
  }

  private void write(Script script, Camera camera, OutputStream out) throws IOException {
    Film film = new Film(out, rate);
    for (double millis = 0; millis < script.millis(); millis += 1000.0 / rate) {
      film.add(Photo.of(Posed.of(Build.ADULT, script.at(millis).pose()), camera, HEIGHT));
    }
  }

  private static Pose of(Side side, Pose right) {
    return side == Side.RIGHT ? right : right.mirrored();
  }
}
