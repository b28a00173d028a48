package org.counterpose.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.counterpose.body.Build;
import org.counterpose.body.Pose;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;
import org.junit.jupiter.api.Test;

class FilmForAFakeCameraTest {

  private static final Posed STANDING = Posed.of(Build.ADULT, Pose.STANDING);
  private static final Camera CAMERA =
      Camera.looking(new Position(0, 0.9, 2.5), new Position(0, 0.9, 0), 0);
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final String HEAD = "YUV4MPEG2 W320 H240 F12:1 Ip A1:1 C420jpeg\n";

  @Test
  void it_tells_size_and_rate_and_holds_every_picture_whole() throws IOException {
    byte[] film = filmed(picture(), Photo.empty(CAMERA, HEIGHT));
    int picture = "FRAME\n".length() + WIDTH * HEIGHT * 3 / 2;
    assertThat(film).hasSize(HEAD.length() + 2 * picture);
    assertThat(new String(film, StandardCharsets.ISO_8859_1)).startsWith(HEAD + "FRAME\n");
  }

  @Test
  void the_shirt_is_blue_and_the_wall_is_grey() throws IOException {
    byte[] film = filmed(picture());
    Position chest = CAMERA.before(STANDING.at(Spot.T6));
    int x = (int) (CAMERA.x(chest) * WIDTH);
    int y = (int) (CAMERA.y(chest) * HEIGHT);
    assertThat(blueness(film, x, y)).isGreaterThan(140);
    assertThat(blueness(film, 10, 10)).isBetween(120, 130);
  }

  @Test
  void feet_darken_the_floor() {
    Position under = CAMERA.before(new Position(-0.1, 0, 0.08));
    int x = (int) (CAMERA.x(under) * WIDTH);
    int y = (int) (CAMERA.y(under) * HEIGHT);
    assertThat(picture().value(x, y, 0))
        .isLessThan(Photo.empty(CAMERA, HEIGHT).value(x, y, 0) - 10);
  }

  @Test
  void what_is_nearer_hides_what_is_behind() {
    Position hand = CAMERA.before(STANDING.at(Spot.RIGHT_WRIST));
    Photo photo = picture();
    int x = (int) (CAMERA.x(hand) * WIDTH);
    int y = (int) (CAMERA.y(hand) * HEIGHT);
    // Skin before dark trousers: red, and lighter than cloth.
    assertThat(photo.value(x, y, 0)).isGreaterThan(photo.value(x, y, 2) + 30);
  }

  private static Photo picture() {
    return Photo.of(STANDING, CAMERA, HEIGHT);
  }

  private static byte[] filmed(Photo... photos) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Film film = new Film(out, 12);
    for (Photo photo : photos) {
      film.add(photo);
    }
    return out.toByteArray();
  }

  private static int blueness(byte[] film, int x, int y) {
    int plane = HEAD.length() + "FRAME\n".length() + WIDTH * HEIGHT;
    return film[plane + y / 2 * WIDTH / 2 + x / 2] & 0xff;
  }
}
