// Keeps a row as soon as a choice is made, and its words when the field is left. Without it every row has its button.

import { saving } from "../common/saving.js";

const WAIT = 800;

for (const form of document.querySelectorAll("form[data-judge]")) {
  const row = form.closest("tr");
  const button = row.querySelector("[data-save]");
  button.hidden = true;

  const judged = saving(form, row.querySelector(".ev-said"), {
    refused(status) {
      // Somebody else was faster: the button leads to the page that shows both.
      if (status === 409) button.hidden = false;
    },
  });

  for (const field of form.elements) {
    if (field.type === "radio") field.addEventListener("change", () => judged.changed(0));
    if (field.tagName === "TEXTAREA") field.addEventListener("input", () => judged.changed(WAIT));
  }
  form.addEventListener("submit", (event) => {
    if (!event.submitter || event.submitter.name !== "all") return;
    event.preventDefault();
    for (const field of form.elements) {
      if (field.type === "radio") field.checked = field.value === event.submitter.value;
    }
    judged.changed(0);
  });
}
