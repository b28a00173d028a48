package org.counterpose.web;

import io.javalin.http.Context;
import org.counterpose.people.Staff;

/** Where pages for staff are added; the guard has let nobody else in. */
record StaffRoutes(Routes routes) {

  /** A page for somebody of the clinic. */
  interface Page {
    void serve(Context context, Staff staff);
  }

  void get(String path, Page page) {
    routes.get(path, signedIn(page));
  }

  void post(String path, Page page) {
    routes.post(path, signedIn(page));
  }

  private static Routes.Page signedIn(Page page) {
    return context ->
        page.serve(
            context,
            Staff.of(context.req())
                .orElseThrow(() -> new IllegalStateException("the guard let nobody in here")));
  }
}
