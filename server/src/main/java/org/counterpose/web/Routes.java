package org.counterpose.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import org.counterpose.guard.Guard;

/** Where the pages of one language are added. */
record Routes(Switchboard all, String language) {

  /** What answers a request for a page. */
  interface Page {
    void serve(Context context);
  }

  void get(String path, Page page) {
    all.get(path, language, page);
  }

  /** A page in the language of what its address names, where there is one. */
  void getInItsLanguage(String path, Function<Context, Optional<String>> shown, Page page) {
    all.get(path, language, page, shown);
  }

  /** A page that may turn on the camera. */
  void getWithCamera(String path, Page page) {
    get(
        path,
        context -> {
          Guard.allowCamera(context::header);
          page.serve(context);
        });
  }

  /** A page that may turn on the camera and ask how the device is held. */
  void getWithCameraAndTilt(String path, Page page) {
    get(
        path,
        context -> {
          Guard.allowCameraAndTilt(context::header);
          page.serve(context);
        });
  }

  void post(String path, Page page) {
    all.post(path, language, page);
  }
}
