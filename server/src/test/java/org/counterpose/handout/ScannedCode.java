package org.counterpose.handout;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a phone's camera reads from a code: it looks from several distances until it can. Of clean
 * codes this reader misses about one in sixty at any one size.
 */
public final class ScannedCode {

  private ScannedCode() {}

  /** Empty where no code can be read. */
  public static String of(BufferedImage seen) {
    return of(DoubleStream.of(1, 1.5, 2, 0.75).mapToObj(scale -> scaled(seen, scale)));
  }

  /** The same of one picture at several sizes. */
  static String of(Stream<BufferedImage> sizes) {
    return sizes.map(ScannedCode::read).flatMap(Optional::stream).findFirst().orElse("");
  }

  private static BufferedImage scaled(BufferedImage seen, double scale) {
    return new AffineTransformOp(
            AffineTransform.getScaleInstance(scale, scale), AffineTransformOp.TYPE_BILINEAR)
        .filter(seen, null);
  }

  private static Optional<String> read(BufferedImage seen) {
    int width = seen.getWidth();
    int height = seen.getHeight();
    int[] pixels = seen.getRGB(0, 0, width, height, null, 0, width);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
