// What somebody filled in while nothing could be sent: it stays on this page, and goes again when they say so.

const form = document.querySelector("[data-unsent-form]");
const { path, fields } = JSON.parse(document.documentElement.dataset.unsent);

form.action = path;
for (const [name, value] of fields) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  form.prepend(field);
}
