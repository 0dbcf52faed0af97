// Paper questionnaires by keyboard: 1 to 4 answers and goes on, 0 or a space leaves it out, Enter keeps the row and
// begins the next one. A row is kept when it is left. Without a script every row has its button.

const blank = document.getElementById("kosong");
const place = document.getElementById("baris-baru");
const kept = document.getElementById("baris");
const count = document.getElementById("jumlah");

function prepare(form) {
  const cells = [...form.querySelectorAll(".su-u input")];
  const said = form.querySelector(".su-said");
  let dirty = false;
  let sending = false;
  let again = false;

  form.querySelector("[data-save]").hidden = true;

  const say = (text, bad) => {
    said.textContent = text;
    said.toggleAttribute("data-bad", Boolean(bad));
  };
  const answered = () => cells.some((cell) => cell.value);

  async function save(next) {
    if (!dirty || !answered()) {
      if (next && !answered()) cells[0].focus();
      return;
    }
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    dirty = false;
    const begun = form.hasAttribute("data-new") && form.parentElement === place;
    if (begun) begin(next);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      const told = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : null;
      if (answer.ok && told) {
        form.elements.version.value = told.version;
        if (!dirty) say(told.said, false);
        count.textContent = told.count;
      } else {
        dirty = true;
        say(`${form.dataset.unsaved}. ${told ? told.said : ""}`, true);
      }
    } catch {
      dirty = true;
      say(form.dataset.unsaved, true); // no connection: "online" tries again
    } finally {
      sending = false;
    }
    if (again) {
      again = false;
      dirty = true;
      save(false);
    }
  }

  // The row moves down among the others, and an empty one takes its place.
  function begin(focus) {
    const fresh = blank.content.querySelector("form").cloneNode(true);
    fresh.elements.key.value = newKey();
    fresh.elements.day.value = form.elements.day.value;
    form.removeAttribute("data-new");
    document.getElementById("belum")?.remove();
    kept.prepend(form);
    place.replaceChildren(fresh);
    prepare(fresh);
    if (focus) fresh.querySelector(".su-u input").focus();
  }

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName !== "BUTTON") {
      event.preventDefault();
      save(true);
      return;
    }
    const at = cells.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const go = (to) => (cells[to] || form.elements.day).focus();
    if (/^[1-4]$/.test(event.key)) {
      event.preventDefault();
      cells[at].value = event.key;
      touched();
      go(at + 1);
    } else if (/^[0 -]$/.test(event.key)) {
      event.preventDefault();
      cells[at].value = "";
      touched();
      go(at + 1);
    } else if (event.key === "Backspace" && !cells[at].value && at) {
      event.preventDefault();
      go(at - 1);
    } else if (event.key === "ArrowLeft" && at) {
      go(at - 1);
    } else if (event.key === "ArrowRight") {
      go(at + 1);
    } else if (event.key.length === 1) {
      event.preventDefault(); // no other sign is an answer
    }
  });
  function touched() {
    dirty = true;
    if (answered()) say(form.dataset.unsaved, true);
  }
  // Keyboards of phones send no keys, only what is in the field.
  form.addEventListener("input", (event) => {
    touched();
    const at = cells.indexOf(event.target);
    if (at < 0) return;
    if (/^[1-4]$/.test(event.target.value)) (cells[at + 1] || form.elements.day).focus();
    else event.target.value = "";
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) save(false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(true);
  });
  addEventListener("online", () => save(false));
  addEventListener("beforeunload", (event) => {
    if (dirty && answered()) event.preventDefault();
  });
}

function newKey() {
  if (globalThis.crypto?.randomUUID) return crypto.randomUUID();
  // Offices without encryption have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

for (const form of document.querySelectorAll("form[data-entry]")) prepare(form);
place?.querySelector(".su-u input")?.focus();
