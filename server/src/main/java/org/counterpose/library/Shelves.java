package org.counterpose.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.approval.Approval;
import org.counterpose.approval.PackDigest;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;

/**
 * Where packs stand, and whose approval of them counts.
 *
 * @param shipped the folder of those that ship
 * @param own the folder of the clinic's own, which need not be there
 * @param keys public halves of the keys that the clinic names; where it names none, any sound pack
 *     is served, as a preview
 * @param chosen the ids of the programmes that the clinic offers, in its order and as its settings
 *     have them; where it names none, all are
 */
public record Shelves(Path shipped, Optional<Path> own, Set<String> keys, List<Node.Text> chosen) {

  private static final String NAME = "[a-z0-9.-]{1,80}";

  /** A folder that is named twice is one place. */
  public Shelves {
    Path first = shipped.toAbsolutePath().normalize();
    own = own.filter(place -> !place.toAbsolutePath().normalize().equals(first));
    keys = Set.copyOf(keys);
    chosen = List.copyOf(chosen);
  }

  /** One folder of packs, of a clinic that names no key. */
  public static Shelves of(Path programmes) {
    return new Shelves(programmes, Optional.empty(), Set.of(), List.of());
  }

  /** The packs that ship and the clinic's own, whoever signed them, and all of them. */
  public static Shelves all(Path shipped, Path own) {
    return new Shelves(shipped, Optional.of(own), Set.of(), List.of());
  }

  /** Whether newcomers are offered a programme. */
  boolean offers(String id) {
    return chosen.isEmpty() || chosen.stream().anyMatch(named -> named.value().equals(id));
  }

  /** The programmes that stand here and that the clinic chose not to offer. */
  SortedSet<String> leftOut() {
    return places().stream()
        .flatMap(place -> packsIn(place, new Problems()).stream())
        .map(OrderOfProgrammes::id)
        .filter(id -> !offers(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folders of packs, the clinic's own last. */
  List<Path> places() {
    return Stream.concat(Stream.of(shipped), own.filter(Files::isDirectory).stream()).toList();
  }

  /**
   * Reads every pack of what is offered, in its order, and tells all that is wrong. One that is
   * left out cannot be in the way: it may be unsigned.
   */
  List<Pack> read(Problems problems) {
    List<Pack> packs = new ArrayList<>();
    List<Path> folders =
        folders(problems).stream().filter(folder -> offers(OrderOfProgrammes.id(folder))).toList();
    Set<Path> copied = new HashSet<>();
    for (Path folder : folders) {
      PackFolder.read(folder, problems).ifPresent(pack -> put(pack, packs, copied, problems));
    }
    folders.stream()
        .filter(folder -> !copied.contains(folder))
        .forEach(folder -> approve(folder, problems));
    return packs;
  }

  /** The folders of packs in the order in which they are offered; a problem where there is none. */
  List<Path> folders(Problems problems) {
    List<Path> folders = new ArrayList<>(packsIn(shipped, problems));
    List<Path> owned =
        own.filter(Files::isDirectory).map(place -> packsIn(place, problems)).orElse(List.of());
    boolean misnamed = false;
    for (Path place : places()) {
      misnamed |= MisnamedFiles.tellStructures(place, problems);
    }
    if (folders.isEmpty() && owned.isEmpty() && !misnamed) {
      problems.add(
          new Place(shipped.toString(), 0, ""),
          "there is no programme in it: no " + PackFolder.STRUCTURE);
    }
    checkOrder(problems);
    folders.addAll(owned);
    folders.sort(Comparator.comparing(folder -> folder.getFileName().toString()));
    return (chosen.isEmpty()
            ? OrderOfProgrammes.read(shipped, folders, problems)
            : OrderOfProgrammes.of(chosen, folders, problems))
        .sorted(folders);
  }

  /** Tells each programme that the clinic chose and that does not stand here. */
  public void checkChoice(Problems problems) {
    if (chosen.isEmpty()) {
      return;
    }
    List<Path> packs =
        places().stream().flatMap(place -> packsIn(place, problems).stream()).toList();
    OrderOfProgrammes.of(chosen, packs, problems);
  }

  /** Tells an order in the clinic's own folder: only the folder of those that ship has one. */
  public void checkOrder(Problems problems) {
    own.map(place -> place.resolve(OrderOfProgrammes.FILE))
        .filter(Files::exists)
        .ifPresent(
            file ->
                problems.add(
                    new Place(file.toString(), 0, ""),
                    "is not read here: name in clinic.yaml what is offered, in its order, such as"
                        + " programmes: [wrists, mid-back], and delete this file"));
  }

  private static List<Path> packsIn(Path place, Problems problems) {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(PackFolder::is).sorted().toList();
    } catch (IOException e) {
      problems.add(new Place(place.toString(), 0, ""), "the folder cannot be read");
      return List.of();
    }
  }

  /**
   * Of one version there is one pack. The clinic may hold a copy of one that ships, and sign that;
   * with another content it would be another version.
   */
  private void put(Pack pack, List<Pack> packs, Set<Path> copied, Problems problems) {
    Optional<Pack> same = packs.stream().filter(pack::isVersionOf).findFirst();
    if (same.isEmpty()) {
      packs.add(pack);
      return;
    }
    Pack first = isOwn(same.get()) ? pack : same.get();
    Pack second = isOwn(same.get()) ? same.get() : pack;
    Place place = new Place(second.folder().resolve(PackFolder.STRUCTURE).toString(), 0, "version");
    if (isOwn(first) == isOwn(second)) {
      problems.add(place, "there is another pack of " + pack.programme());
    } else if (isCopy(first, second)) {
      packs.set(packs.indexOf(same.get()), second);
      copied.add(first.folder());
    } else {
      problems.add(
          place,
          "is "
              + pack.programme()
              + " as "
              + first.folder()
              + " is, with other content: give it a version of its own");
    }
  }

  private boolean isOwn(Pack pack) {
    return own.filter(place -> pack.folder().startsWith(place)).isPresent();
  }

  private static boolean isCopy(Pack one, Pack other) {
    try {
      return PackDigest.of(one.folder()).equals(PackDigest.of(other.folder()));
    } catch (IOException e) {
      return false;
    }
  }

  /** A problem where a pack must not be served; a signature that is there must hold in any case. */
  void approve(Path folder, Problems problems) {
    if (!keys.isEmpty() || Approval.isIn(folder)) {
      Approval.verified(folder, keys, problems);
    }
  }

  /** A version of a programme that came after the others, where it stands and may be served. */
  Optional<Pack> find(String id, String version) {
    return candidates(id, version)
        .filter(PackFolder::is)
        .flatMap(folder -> PackFolder.read(folder, new Problems()).stream())
        .filter(pack -> pack.programme().id().equals(id))
        .filter(pack -> pack.programme().version().equals(version))
        .filter(
            pack -> {
              Problems problems = new Problems();
              approve(pack.folder(), problems);
              return problems.isEmpty();
            })
        .findFirst();
  }

  /** Another text whenever something changed where a version of a programme may stand. */
  String state(String id, String version) {
    StringBuilder state = new StringBuilder();
    for (Path folder : candidates(id, version).filter(Files::isDirectory).toList()) {
      try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
        for (Path file : files.sorted().toList()) {
          state.append(file).append(Files.getLastModifiedTime(file)).append(Files.size(file));
        }
      } catch (IOException | UncheckedIOException e) {
        state.append(folder).append("cannot be read");
      }
    }
    return state.toString();
  }

  private Stream<Path> candidates(String id, String version) {
    return id.matches(NAME) && version.matches(NAME)
        ? places().stream()
            .flatMap(place -> Stream.of(place.resolve(id), place.resolve(id + "@" + version)))
        : Stream.empty();
  }
}
