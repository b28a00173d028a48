package org.counterpose.web;

/** The addresses of static files, for tests outside this room. */
public final class AssetAddresses {

  private final Assets assets = Assets.load();

  public String of(String path) {
    return assets.href(path);
  }
}
