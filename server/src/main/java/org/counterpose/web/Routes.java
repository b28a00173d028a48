package org.counterpose.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.counterpose.guard.Guard;

/** Where pages are added. */
record Routes(RoutesConfig config) {

  /** What answers a request for a page. */
  interface Page {
    void serve(Context context);
  }

  void get(String path, Page page) {
    config.get(path, page::serve);
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
    config.post(path, page::serve);
  }
}
