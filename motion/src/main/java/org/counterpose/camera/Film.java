package org.counterpose.camera;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Pictures one after the other as an uncompressed film (YUV4MPEG2, 4:2:0), which keeps its rate and
 * which Chromium can take for a camera.
 */
public final class Film {

  private final DataOutputStream out;
  private final int rate;
  private boolean begun;

  /**
   * @param rate pictures a second
   */
  public Film(OutputStream out, int rate) {
    this.out = new DataOutputStream(out);
    this.rate = rate;
  }

  public void add(Photo photo) throws IOException {
    int width = photo.width() / 2 * 2;
    int height = photo.height() / 2 * 2;
    if (!begun) {
      out.writeBytes("YUV4MPEG2 W" + width + " H" + height + " F" + rate + ":1 Ip A1:1 C420jpeg\n");
      begun = true;
    }
    out.writeBytes("FRAME\n");
    out.write(lights(photo, width, height));
    out.write(colours(photo, width, height, -0.1687, -0.3313, 0.5));
    out.write(colours(photo, width, height, 0.5, -0.4187, -0.0813));
  }

  private static byte[] lights(Photo photo, int width, int height) {
    byte[] plane = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        plane[y * width + x] = of(photo, x, y, 0.299, 0.587, 0.114, 0);
      }
    }
    return plane;
  }

  private static byte[] colours(
      Photo photo, int width, int height, double red, double green, double blue) {
    byte[] plane = new byte[width * height / 4];
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        plane[y * width / 2 + x] = of(photo, 2 * x, 2 * y, red, green, blue, 128);
      }
    }
    return plane;
  }

  private static byte of(
      Photo photo, int x, int y, double red, double green, double blue, double base) {
    double value =
        base
            + red * photo.value(x, y, 0)
            + green * photo.value(x, y, 1)
            + blue * photo.value(x, y, 2);
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
