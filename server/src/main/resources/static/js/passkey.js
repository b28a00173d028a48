// Makes or shows a passkey: asks the server what to ask, puts it to the browser, and sends the answer with the form.
(() => {
  "use strict";

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  function readable(asked) {
    const options = asked.publicKey;
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of ["excludeCredentials", "allowCredentials"]) {
      for (const known of options[list] || []) known.id = bytes(known.id);
    }
    return { publicKey: options };
  }

  function writable(credential) {
    const given = credential.response;
    const response = { clientDataJSON: text(given.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (given[part]) response[part] = text(given[part]);
    }
    if (given.getTransports) response.transports = given.getTransports();
    return JSON.stringify({
      id: credential.id,
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }

  async function go(form) {
    const fields = new URLSearchParams(new FormData(form));
    const reply = await fetch(form.dataset.ask, { method: "POST", body: fields });
    if (!reply.ok) throw new Error("asked in vain");
    const { question, asked } = await reply.json();
    const options = readable(asked);
    const credential =
      form.dataset.passkey === "make"
        ? await navigator.credentials.create(options)
        : await navigator.credentials.get(options);
    form.elements.question.value = question;
    form.elements.answer.value = writable(credential);
    form.submit();
  }

  // A passkey is bound to one address, and browsers make none on a page that came unencrypted. Some pages know a link
  // that takes along there what this device holds here.
  function tellWhereNot(form, fault) {
    const at = form.dataset.at.replace(/\/$/, "");
    const elsewhere = form.querySelector("[data-elsewhere]");
    const open = form.querySelector("[data-open]");
    if (new URL(at).origin !== location.origin) {
      const link = elsewhere.querySelector("a");
      link.href = form.dataset.there || at + location.pathname + location.search;
      link.textContent = at;
      elsewhere.hidden = false;
    } else if (!window.isSecureContext) {
      open.hidden = false;
    } else {
      return;
    }
    fault.hidden = true;
    form.querySelector("button").disabled = true;
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const fault = form.querySelector("[data-fault]");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      fault.hidden = true;
      const button = form.querySelector("button");
      button.disabled = true;
      go(form)
        .catch(() => { fault.hidden = false; })
        .finally(() => { button.disabled = false; });
    });
    if (!window.PublicKeyCredential) fault.hidden = false;
    tellWhereNot(form, fault);
  }
})();
