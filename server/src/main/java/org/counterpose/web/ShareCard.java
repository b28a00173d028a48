package org.counterpose.web;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The picture that is shown beside a link to an article: figures of its programme, the first the
 * largest, in the size that networks ask for. It has no words, so that it serves every language.
 */
final class ShareCard {

  static final int WIDTH = 1200;
  static final int HEIGHT = 630;

  /** Beside the large figure there is room for two. */
  static final int MOST_FIGURES = 3;

  private static final int EDGE = 40;
  private static final int GAP = 24;
  private static final int STRIPE = 16;
  private static final int ROUND = 36;
  private static final int PADDING = 20;
  private static final int LARGE = 720;

  private static final Color PAPER = new Color(0xfaf6ef);
  private static final Color CARD = new Color(0xfffdf9);
  private static final Color LINE = new Color(0xe6ddcf);

  private final Graphics2D graphics;

  private ShareCard(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * Draws one as a PNG.
   *
   * @param figures SVG; of more than {@value #MOST_FIGURES} the first are drawn
   * @param accent the clinic's own colour, as {@code #cf4317}
   */
  static byte[] png(List<String> figures, String accent) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      new ShareCard(graphics).draw(figures, Color.decode(accent));
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private void draw(List<String> figures, Color accent) {
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(accent);
    graphics.fillRect(0, HEIGHT - STRIPE, WIDTH, STRIPE);
    float height = HEIGHT - STRIPE - 2 * EDGE;
    int small = Math.min(figures.size(), MOST_FIGURES) - 1;
    if (small >= 0) {
      float width = small == 0 ? WIDTH - 2 * EDGE : LARGE;
      panel(figures.getFirst(), EDGE, EDGE, width, height);
    }
    for (int i = 0; i < small; i++) {
      float left = EDGE + LARGE + GAP;
      float each = (height - (small - 1) * GAP) / small;
      panel(figures.get(i + 1), left, EDGE + i * (each + GAP), WIDTH - EDGE - left, each);
    }
  }

  private void panel(String figure, float left, float top, float width, float height) {
    RoundRectangle2D card = new RoundRectangle2D.Float(left, top, width, height, ROUND, ROUND);
    graphics.setColor(CARD);
    graphics.fill(card);
    graphics.setColor(LINE);
    graphics.draw(card);
    read(figure)
        .render(
            (java.awt.Component) null,
            graphics,
            new ViewBox(left + PADDING, top + PADDING, width - 2 * PADDING, height - 2 * PADDING));
  }

  private static SVGDocument read(String svg) {
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build());
    if (document == null) {
      throw new IllegalStateException("a figure that was checked cannot be drawn");
    }
    return document;
  }
}
