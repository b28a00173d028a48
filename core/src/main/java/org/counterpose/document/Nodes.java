package org.counterpose.document;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Makes nodes that were not read from anywhere: what the product itself writes. */
public final class Nodes {

  private static final Place HERE = new Place("", 0, "");

  private Nodes() {}

  public static Node.Text text(String value) {
    return new Node.Text(value, HERE);
  }

  /** An enum constant as documents write it: lower case, with dashes. */
  public static Node.Text text(Enum<?> value) {
    return text(Fields.dashed(value));
  }

  public static Node.Number number(long value) {
    return new Node.Number(BigDecimal.valueOf(value), HERE);
  }

  /** A number without needless zeros: 6.0 is written 6. Not for infinities and not-a-number. */
  public static Node.Number number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return new Node.Number(exact.scale() < 0 ? exact.setScale(0) : exact, HERE);
  }

  public static Node.Flag flag(boolean value) {
    return new Node.Flag(value, HERE);
  }

  public static Node.Nothing nothing() {
    return new Node.Nothing(HERE);
  }

  public static Node.Listing list(Collection<? extends Node> elements) {
    return new Node.Listing(List.copyOf(elements), HERE);
  }

  public static Node.Listing texts(Collection<String> values) {
    return list(values.stream().map(Nodes::text).toList());
  }

  public static Node.Mapping object(Map<String, ? extends Node> fields) {
    return new Node.Mapping(new LinkedHashMap<>(fields), HERE);
  }

  /** An object with nothing in it yet; its fields keep the order in which they are added. */
  public static Growing object() {
    return new Growing();
  }

  /** An object that is being put together. */
  public static final class Growing {
    private final SequencedMap<String, Node> fields = new LinkedHashMap<>();

    private Growing() {}

    public Growing with(String name, Node value) {
      fields.put(name, value);
      return this;
    }

    public Growing with(String name, String value) {
      return with(name, text(value));
    }

    public Growing with(String name, Enum<?> value) {
      return with(name, text(value));
    }

    public Growing with(String name, long value) {
      return with(name, number(value));
    }

    public Growing with(String name, double value) {
      return with(name, number(value));
    }

    public Growing with(String name, boolean value) {
      return with(name, flag(value));
    }

    /** Adds the field where there is a value, and nothing where there is none. */
    public Growing withIfAny(String name, Optional<? extends Node> value) {
      value.ifPresent(node -> with(name, node));
      return this;
    }

    public Node.Mapping node() {
      return object(fields);
    }
  }
}
