package org.counterpose.handout;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A text as a QR code, drawn as SVG: dark squares on white, with the quiet zone around it. */
public final class QrCode {

  private QrCode() {}

  public static String draw(String text, String alternative) {
    BitMatrix dots;
    try {
      dots =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      4));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds a text this long: " + text.length(), e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y++) {
      for (int x = 0; x < dots.getWidth(); x++) {
        if (dots.get(x, y)) {
          int from = x;
          while (x + 1 < dots.getWidth() && dots.get(x + 1, y)) {
            x++;
          }
          path.append('M')
              .append(from)
              .append(' ')
              .append(y)
              .append('h')
              .append(x - from + 1)
              .append("v1H")
              .append(from)
              .append('z');
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" viewBox=\"0 0 "
        + dots.getWidth()
        + " "
        + dots.getHeight()
        + "\" shape-rendering=\"crispEdges\" aria-label=\""
        + Markup.escaped(alternative)
        + "\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><path fill=\"#17302b\" d=\""
        + path
        + "\"/></svg>";
  }
}
