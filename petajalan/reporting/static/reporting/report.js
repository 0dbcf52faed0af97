// Keeps what is typed into a line: at the server a moment later, and on this device until the server has it.

const WAIT = 1500;
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "version", "key"]);

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const place = `laporan:${location.pathname}:${form.dataset.autosave}`;
  const said = form.querySelector(".rp-said");
  let timer = 0;
  let sending = false;
  let again = false;

  const say = (text, bad) => {
    said.textContent = text;
    said.toggleAttribute("data-bad", Boolean(bad));
  };
  const typed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name)));
  const store = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null; // switched off on this device
    }
  };
  const newKey = () => {
    // A new text is a new write; the same text sent again is the same one.
    if (globalThis.crypto && crypto.randomUUID) form.elements.key.value = crypto.randomUUID();
    else form.elements.key.value = "";
  };

  async function save() {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const before = JSON.stringify(typed());
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      const kept = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
      if (answer.ok && kept) {
        form.elements.version.value = kept.version;
        if (JSON.stringify(typed()) === before) {
          store((device) => device.removeItem(place));
          say(kept.said, false);
        }
      } else {
        say(`${form.dataset.unsaved}. ${kept ? kept.said : ""}`, true);
        if (kept && kept.doubtful) form.querySelector(".rp-confirm").hidden = false;
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

  form.addEventListener("input", () => {
    newKey();
    store((device) => device.setItem(place, JSON.stringify(typed())));
    say(form.dataset.unsaved, true);
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("online", () => {
    if (store((device) => device.getItem(place)) === JSON.stringify(typed())) save();
  });

  const left = store((device) => device.getItem(place));
  if (left && left !== JSON.stringify(typed())) offer(JSON.parse(left));
  else if (left) store((device) => device.removeItem(place));

  function offer(values) {
    const note = document.createElement("div");
    note.className = "pj-note pj-note--warn";
    note.append(form.dataset.found, " ");
    for (const [label, take] of [[form.dataset.restore, true], [form.dataset.drop, false]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-secondary btn-sm";
      button.textContent = label;
      button.addEventListener("click", () => {
        if (take) fill(values);
        else store((device) => device.removeItem(place));
        note.remove();
      });
      note.append(button, " ");
    }
    form.prepend(note);
  }

  function fill(values) {
    for (const field of form.elements) {
      if (!field.name || NOT_KEPT.has(field.name)) continue;
      if (field.type === "checkbox") field.checked = field.name in values;
      else if (field.name in values) field.value = values[field.name];
    }
    form.dispatchEvent(new Event("input"));
  }
}
