// Keeps what is typed into a line: at the server a moment later, and on this device until the server has it.

import { saving, typed } from "../common/saving.js";

const WAIT = 1500;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const place = `laporan:${location.pathname}:${form.dataset.autosave}`;
  const store = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null; // switched off on this device
    }
  };
  const drop = () => store((device) => device.removeItem(place));

  const line = saving(form, form.querySelector(".rp-said"), {
    kept(body, newest) {
      if (newest) drop();
      show(form.closest(".rp-line"), body);
    },
    refused(_status, body) {
      if (body && body.doubtful) form.querySelector(".rp-confirm").hidden = false;
    },
  });

  form.addEventListener("input", () => {
    store((device) => device.setItem(place, JSON.stringify(typed(form))));
    line.changed(WAIT);
  });
  form.addEventListener("submit", line.stop);

  const left = store((device) => device.getItem(place));
  if (left && left !== JSON.stringify(typed(form))) offer(JSON.parse(left));
  else if (left) drop();

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
        else drop();
        note.remove();
      });
      note.append(button, " ");
    }
    form.prepend(note);
    form.closest("details")?.setAttribute("open", ""); // a folded line would hide the question
  }

  function fill(values) {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = field.name in values;
      else if (field.name in values) field.value = values[field.name];
    }
    form.dispatchEvent(new Event("input"));
  }
}

// What stands beside the form follows what was kept: how far the report is, and what this line still asks for.
function show(line, body) {
  const lead = document.querySelector("[data-done]");
  if (!lead || body.done === undefined) return;
  lead.textContent = body.done;
  for (const warning of line.querySelectorAll("[data-warns]")) warning.hidden = !body.warns.includes(warning.dataset.warns);
  for (const chip of line.querySelectorAll("[data-whole]")) chip.hidden = (chip.dataset.whole === "1") !== body.whole;
}
