package org.counterpose.supplies;

/**
 * An archive of the npm registry.
 *
 * @param name of the package, with its scope
 * @param sha512 its checksum in Base64, as the registry's metadata gives it
 */
record Archive(String name, String version, String sha512) {

  /** The runtime. Later versions, from 1.0 on, report usage to a third party. */
  static final Archive RUNTIME =
      new Archive(
          "@mediapipe/tasks-vision",
          "0.10.35",
          "HOvadwVRE6JC+45nyYhmnywnr5h/J8KZvOeUNVOG9q/0875pZgItznFB9bRTvLc264YSJqiZ1NsIpCStJw/egg==");

  /** The package that holds the pose model's files. */
  static final Archive MODEL =
      new Archive(
          "@mediapipe/pose",
          "0.5.1675469404",
          "DFZsNWTsSphRIZppnUCuunzBiHP2FdJXR9ehc7mMi4KG+oPaOH0Em3d6kr7Py+TSyTXC1doH88KcF28k2sBxsQ==");

  /** Its file in the registry and in the cache, such as {@code pose-0.5.1675469404.tgz}. */
  String file() {
    return name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz";
  }

  /** Its address below a registry's. */
  String path() {
    return name + "/-/" + file();
  }
}
