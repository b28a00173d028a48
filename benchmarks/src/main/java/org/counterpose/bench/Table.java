package org.counterpose.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows in plain columns, wide enough for what stands in them. */
record Table(List<Row> rows) {

  private record Column(String title, boolean left, Function<Row, String> of) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("measure", true, Row::what),
          new Column("this", false, Row::value),
          new Column("against", false, Row::against),
          new Column("ratio", false, Row::ratio),
          new Column("target", true, Row::target));

  void print(PrintStream out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS.stream().map(Column::title).toList());
    rows.forEach(row -> lines.add(COLUMNS.stream().map(column -> column.of().apply(row)).toList()));
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < COLUMNS.size(); i++) {
        int column = i;
        int width = lines.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
        String pad = " ".repeat(width - line.get(i).length());
        text.append(COLUMNS.get(i).left() ? line.get(i) + pad : pad + line.get(i)).append("  ");
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
