package org.counterpose.web;

import java.util.List;
import org.counterpose.articles.Article;
import org.counterpose.booking.Clinic;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;

/** An article as schema.org describes one, in JSON-LD. */
final class StructuredData {

  private StructuredData() {}

  static String of(Published published) {
    Article article = published.article();
    Node clinic = clinic(published.clinic(), published.site());
    Nodes.Growing data =
        Nodes.object()
            .with("@context", "https://schema.org")
            .with("@type", Nodes.texts(List.of("Article", "MedicalWebPage")))
            .with("@id", published.address())
            .with("url", published.address())
            .with("mainEntityOfPage", published.address())
            .with("headline", article.title())
            .with("description", article.summary())
            .with("inLanguage", article.language())
            .with("datePublished", article.published().toString())
            .with("dateModified", article.updated().toString())
            .with("image", Nodes.texts(List.of(published.card())))
            .with("author", clinic)
            .with("publisher", clinic)
            .with("isAccessibleForFree", true)
            .with(
                "audience",
                Nodes.object()
                    .with("@type", "MedicalAudience")
                    .with("audienceType", "Patient")
                    .node())
            .with(
                "about",
                Nodes.object()
                    .with("@type", "ExercisePlan")
                    .with("name", article.programme().text("programme.title"))
                    .node())
            .with(
                "citation",
                Nodes.list(article.sources().stream().map(StructuredData::source).toList()));
    if (article.programme().approval() instanceof Programme.Approval.Approved approved) {
      data.with("lastReviewed", approved.on().toString())
          .with(
              "reviewedBy",
              Nodes.object().with("@type", "Person").with("name", approved.by()).node());
    }
    return withinPage(Json.write(data.node()));
  }

  private static Node clinic(Clinic clinic, String site) {
    return Nodes.object()
        .with("@type", "MedicalOrganization")
        .with("name", clinic.name())
        .with("url", site + "/")
        .withIfAny("telephone", clinic.contact().phone().map(Nodes::text))
        .node();
  }

  private static Node source(Article.Source source) {
    return Nodes.object()
        .with("@type", "CreativeWork")
        .with("name", source.title())
        .withIfAny("url", source.url().map(Nodes::text))
        .withIfAny("datePublished", source.year().map(year -> Nodes.text(String.valueOf(year))))
        .node();
  }

  /** Nothing in it can end the element that it stands in, or begin another. */
  private static String withinPage(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
