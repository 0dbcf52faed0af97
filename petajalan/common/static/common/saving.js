// Keeps a form at the server while it is filled in: one write at a time, the newest text last.
//
// The form has the fields `version` (what this person saw) and `key` (one write, however often it is sent), and says in
// `data-unsaved` that it is not kept yet. The server answers in JSON with `said`, and with `version` once it is kept.

const NOT_TYPED = new Set(["csrfmiddlewaretoken", "version", "key"]);

export function typed(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !NOT_TYPED.has(name)));
}

// said     the line that tells how it stands
// kept     called with the answer, and whether what stands in the form is what was kept
// refused  called with the status, and the answer where there is one
export function saving(form, said, { kept = () => {}, refused = () => {} } = {}) {
  let timer = 0;
  let sending = false;
  let again = false;

  const say = (text, bad) => {
    said.textContent = text;
    said.toggleAttribute("data-bad", bad);
  };
  const text = () => JSON.stringify(typed(form));

  async function send() {
    const before = text();
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
    });
    const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const body = json ? await answer.json() : null;
    if (!answer.ok || !body) {
      say(`${form.dataset.unsaved}. ${body ? body.said : ""}`, true);
      refused(answer.status, body);
      return;
    }
    form.elements.version.value = body.version;
    const newest = text() === before;
    if (newest) say(body.said, false);
    kept(body, newest);
  }

  async function save() {
    clearTimeout(timer);
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    try {
      await send();
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

  addEventListener("online", () => {
    if (said.hasAttribute("data-bad")) save();
  });

  return {
    // A new text is a new write; the same text sent again is the same one.
    changed(wait) {
      form.elements.key.value = globalThis.crypto && crypto.randomUUID ? crypto.randomUUID() : "";
      say(form.dataset.unsaved, true);
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    },
    stop: () => clearTimeout(timer),
  };
}
