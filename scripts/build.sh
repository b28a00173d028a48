# What ./run, ./test and ./bench share: a JDK 25, Maven, and a build that is made only when it is out of date.
# Expects HOUSE, the project's folder.

say() { printf '%s\n' "$*" >&2; }

# A JDK 25 beside whatever other Java there is; sets JAVA_HOME.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")")")"; do
    if [ -x "$candidate/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$candidate/release"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  say "Counterpose needs a JDK 25 and found none (looked in JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and the PATH)."
  say "Get one from https://adoptium.net/temurin/releases/?version=25 and unpack it under /opt, or set JAVA_HOME to it."
  return 1
}

# The Maven of this machine, or the pinned one that the wrapper fetches.
maven() {
  if command -v mvn >/dev/null; then
    mvn -f "$HOUSE/pom.xml" --batch-mode --no-transfer-progress "$@"
  else
    "$HOUSE/mvnw" -f "$HOUSE/pom.xml" --batch-mode --no-transfer-progress "$@"
  fi
}

# Everything the server is made of: anything newer than the last build asks for a new one.
is_built() {
  local stamp="$HOUSE/server/target/built"
  [ -f "$stamp" ] || return 1
  [ -z "$(find "$HOUSE/pom.xml" "$HOUSE/motion/pom.xml" "$HOUSE/browser/pom.xml" "$HOUSE/core/pom.xml" "$HOUSE/server/pom.xml" "$HOUSE/motion/src/main" "$HOUSE/browser/src/main" "$HOUSE/core/src/main" "$HOUSE/server/src/main" \
    -newer "$stamp" -print -quit)" ]
}

# Builds the server where it is out of date, telling what it is at; one build at a time.
build_server() {
  is_built && return 0
  mkdir -p "$HOUSE/server/target"
  exec 8>"$HOUSE/server/target/.building"
  if command -v flock >/dev/null; then flock 8; fi
  if ! is_built; then
    local log="$HOUSE/server/target/build.log" started=$SECONDS
    say "Building Counterpose. The first time this fetches its libraries and takes a minute or two."
    if ! maven -pl motion,browser,core,server -Dmaven.test.skip -Dspotless.check.skip package 2>&1 | tee "$log" | tell_progress; then
      say ""
      grep -E '^\[ERROR\]' "$log" | head -n 30 >&2
      say "The build failed; all of it is in $log"
      return 1
    fi
    say "Built in $((SECONDS - started)) s."
    touch "$HOUSE/server/target/built"
    rm -f "$HOUSE/server/target/counterpose.aot"
  fi
  exec 8>&-
}

# Maven's longer steps in a word or two each.
tell_progress() {
  local line module
  while IFS= read -r line; do
    module="${line##*@ }"
    module="${module% ---}"
    case "$line" in
      *'--- '*compiler*:compile*' @ '*) say "  $module: compiling" ;;
      *'--- teavm'*' @ '*) say "  $module: compiling the coach for browsers" ;;
      *'--- exec'*' @ '*) say "  $module: the pose model, for the camera coach" ;;
      'Fetching '*) say "  $line" ;;
      'WITHOUT THE CAMERA'*) say "  $line" ;;
      *'--- jte'*' @ '*) say "  $module: preparing the pages" ;;
      *'--- '*copy-dependencies*' @ '*) say "  $module: collecting libraries" ;;
      *'--- '*:jar*' @ '*) say "  $module: packing" ;;
    esac
  done
}

# The class path of the built server; the same text each time, since the start-up cache asks for that.
class_path() {
  local jar path="$HOUSE/server/target/server-0.1.0.jar"
  for jar in "$HOUSE"/server/target/lib/*.jar; do path="$path:$jar"; done
  printf '%s' "$path"
}

# The options of the small default: one practice on one small computer.
java_options() {
  printf '%s\n' -Xmx"${COUNTERPOSE_MEMORY:-256m}" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Dcounterpose.home="$HOUSE" -Dcounterpose.native="$HOUSE/server/target/native" -Djava.awt.headless=true
}

# Trains the start-up cache once after a build; without it the server starts all the same, only slower.
train_start() {
  local cache="$HOUSE/server/target/counterpose.aot"
  [ -f "$cache" ] && return 0
  say "Training the start-up cache (once after a build)."
  mapfile -t options < <(java_options)
  "$JAVA_HOME/bin/java" "${options[@]}" -XX:AOTCacheOutput="$cache" -cp "$(class_path)" org.counterpose.app.Main warm-up \
    >"$HOUSE/server/target/warm-up.log" 2>&1 || say "  not possible here (see server/target/warm-up.log); starting without it"
}
