package org.counterpose.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;

/** The pages of a programme: of one that is not in the library there are none. */
record OfProgramme(Library library, Layout layout) {

  /** A page of the programme that its address names. */
  interface Page {
    void serve(Context context, Programme programme);
  }

  Routes.Page on(Page page) {
    return context -> {
      Optional<Programme> programme = library.programme(context.pathParam("programme"));
      if (programme.isPresent()) {
        page.serve(context, programme.get());
      } else {
        layout.notFound(context);
      }
    };
  }
}
