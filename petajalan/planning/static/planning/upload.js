// The upload form: dropping a file, a word before a file that is too large is sent, and the progress of sending it.
// Without this script the form is sent in the ordinary way.

document.addEventListener("htmx:load", (event) => {
  const form = event.detail.elt.querySelector?.("#unggah") ?? (event.detail.elt.id === "unggah" ? event.detail.elt : null);
  if (form) watch(form);
});

function watch(form) {
  if (form.dataset.watched) return;
  form.dataset.watched = "true";
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const tooLarge = form.querySelector("[data-too-large]");
  const broken = form.querySelector("[data-broken]");
  const sending = form.querySelector("[data-sending]");
  const progress = sending.querySelector("progress");
  const button = form.querySelector("button[type=submit]");

  drop.classList.add("is-live");

  function chosen() {
    const file = input.files[0];
    const refused = Boolean(file) && file.size > Number(form.dataset.limit);
    tooLarge.hidden = !refused;
    button.disabled = refused;
    broken.hidden = true;
    for (const place of form.querySelectorAll("[data-file], [data-chosen]")) place.textContent = file ? file.name : "";
  }

  function hover(event) {
    event.preventDefault();
    drop.classList.toggle("is-over", event.type === "dragover");
  }

  input.addEventListener("change", chosen);
  drop.addEventListener("dragover", hover);
  drop.addEventListener("dragleave", hover);
  drop.addEventListener("drop", (event) => {
    hover(event);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      chosen();
    }
  });
  form.addEventListener("htmx:beforeRequest", () => {
    sending.hidden = false;
    broken.hidden = true;
  });
  form.addEventListener("htmx:xhr:progress", (event) => {
    if (!event.detail.lengthComputable) return;
    const percent = Math.round((100 * event.detail.loaded) / event.detail.total);
    progress.value = percent;
    form.querySelector("[data-percent]").textContent = `${percent}%`;
  });
  // A refusal (422, 413) is a form with a sentence: show it in place of this one.
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
    if (event.detail.xhr.status === 413) tooLarge.hidden = false;
    sending.hidden = true;
  });
  form.addEventListener("htmx:sendError", () => {
    sending.hidden = true;
    broken.hidden = false;
  });
}
