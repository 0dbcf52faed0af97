// Keeps a row as soon as a choice is made, and its words when the field is left. Without it every row has its button.

const WAIT = 800;

for (const form of document.querySelectorAll("form[data-judge]")) {
  const row = form.closest("tr");
  const said = row.querySelector(".ev-said");
  let timer = 0;
  let sending = false;
  let again = false;

  row.querySelector("[data-save]").hidden = true;

  const say = (text, bad) => {
    said.textContent = text;
    said.toggleAttribute("data-bad", Boolean(bad));
  };
  const newKey = () => {
    // A new choice is a new write; the same one sent again is the same.
    form.elements.key.value = globalThis.crypto && crypto.randomUUID ? crypto.randomUUID() : "";
  };

  async function save() {
    clearTimeout(timer);
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      const kept = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
      if (answer.ok && kept) {
        form.elements.version.value = kept.version;
        if (!again) say(kept.said, false);
      } else {
        say(`${form.dataset.unsaved}. ${kept ? kept.said : ""}`, true);
        // Somebody else was faster: the button leads to the page that shows both.
        if (answer.status === 409) row.querySelector("[data-save]").hidden = false;
      }
    } catch {
      say(form.dataset.unsaved, true); // no connection: "online" tries again
    } finally {
      sending = false;
    }
    if (again) {
      again = false;
      save();
    }
  }

  function changed(wait) {
    newKey();
    say(form.dataset.unsaved, true);
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  for (const field of form.elements) {
    if (field.type === "radio") field.addEventListener("change", () => changed(0));
    if (field.tagName === "TEXTAREA") field.addEventListener("input", () => changed(WAIT));
  }
  form.addEventListener("submit", (event) => {
    if (!event.submitter || event.submitter.name !== "all") return;
    event.preventDefault();
    for (const field of form.elements) {
      if (field.type === "radio") field.checked = field.value === event.submitter.value;
    }
    changed(0);
  });
  addEventListener("online", () => {
    if (said.hasAttribute("data-bad")) save();
  });
}
