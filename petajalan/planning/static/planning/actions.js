// The grid of an action plan: arrows and Enter move between rows, a block from a spreadsheet is pasted cell by cell, and
// a row is saved when it is left. Without this script each row is a plain form with a button.

const grid = document.querySelector("[data-grid]");
const blank = document.querySelector("#baris-kosong");
const rows = () => [...grid.querySelectorAll("tbody tr")];
const fields = (row) => [...row.querySelectorAll("td .form-control, td .form-select")];
const formOf = (row) => row.querySelector("form[id]");
const busy = new Map();
const dirty = new Set();

function say(row, words, wrong) {
  row.querySelector(".pa-state").textContent = words;
  row.toggleAttribute("data-wrong", wrong);
}

function mark(row, body) {
  for (const field of fields(row)) {
    const error = body.errors?.[field.name] ?? "";
    const theirs = body.theirs?.[field.name];
    field.classList.toggle("is-invalid", Boolean(error || theirs));
    field.toggleAttribute("aria-invalid", Boolean(error || theirs));
    const place = field.closest("td").querySelector(".pa-error");
    place.textContent = theirs ? `${grid.dataset.now} ${theirs}` : error;
  }
}

function versions(row, version) {
  for (const field of row.querySelectorAll("[name=versi_baris]")) field.value = version;
}

// A new row becomes one with an address of its own, and a fresh empty row follows it.
function settle(row, body) {
  const form = formOf(row);
  if (form.id !== "baris-baru" && !form.dataset.fresh) return;
  const name = `baris-${body.key}`;
  for (const field of fields(row)) field.setAttribute("form", name);
  form.id = name;
  form.action = body.address;
  row.id = `${name}-tr`;
  delete form.dataset.fresh;
  if (row === rows().at(-1)) append();
}

function append() {
  const row = blank.content.firstElementChild.cloneNode(true);
  const name = `baris-baru-${rows().length}`;
  const form = formOf(row);
  form.id = name;
  form.dataset.fresh = "1";
  form.querySelector("[name=csrfmiddlewaretoken]").value = document.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const field of fields(row)) field.setAttribute("form", name);
  row.querySelector(".pa-no").firstChild.textContent = rows().length + 1;
  grid.tBodies[0].append(row);
  return row;
}

async function save(row) {
  if (!dirty.has(row) || !formOf(row)) return;
  if (busy.has(row)) {
    await busy.get(row);
    return save(row);
  }
  dirty.delete(row);
  say(row, grid.dataset.saving, false);
  const sent = new Map(fields(row).map((field) => [field.name, field.value]));
  const work = fetch(formOf(row).action, {
    method: "POST", body: new FormData(formOf(row)), headers: { Accept: "application/json" },
  }).then(async (answer) => {
    const body = await answer.json();
    if (body.version) versions(row, body.version);
    if (!answer.ok) {
      mark(row, body);
      return say(row, body.error, true);
    }
    mark(row, {});
    settle(row, body);
    for (const field of fields(row)) {
      if (field.value === sent.get(field.name) && field !== document.activeElement) field.value = body.cells[field.name];
    }
    row.querySelector("[data-total=target]").textContent = body.target;
    row.querySelector("[data-total=budget]").textContent = body.budget;
    say(row, body.said, false);
    // The sentences on the plan as a whole are renewed by whoever listens (htmx).
    document.body.dispatchEvent(new CustomEvent("aksi-tersimpan"));
  }).catch(() => {
    dirty.add(row);
    say(row, grid.dataset.failed, true);
  });
  busy.set(row, work);
  await work;
  busy.delete(row);
}

function touch(field) {
  dirty.add(field.closest("tr"));
}

function set(field, text) {
  if (field.tagName === "SELECT") {
    const wanted = text.trim().toLowerCase();
    const option = [...field.options].find((one) => one.text.toLowerCase() === wanted);
    if (option) field.value = option.value;
  } else field.value = text;
  touch(field);
}

// A spreadsheet puts a block on the clipboard as lines of cells between tabs; quotes hold lines of one cell together.
function block(text) {
  const lines = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const line = lines.at(-1);
    if (quoted && sign === '"' && text[at + 1] === '"') { line[line.length - 1] += '"'; at += 1; }
    else if (sign === '"' && (quoted || line.at(-1) === "")) quoted = !quoted;
    else if (!quoted && sign === "\t") line.push("");
    else if (!quoted && sign === "\n") lines.push([""]);
    else if (sign !== "\r") line[line.length - 1] += sign;
  }
  if (lines.length > 1 && lines.at(-1).join("") === "") lines.pop();
  return lines;
}

function move(field, down) {
  const all = rows();
  const at = fields(field.closest("tr")).indexOf(field);
  const next = all[all.indexOf(field.closest("tr")) + down];
  if (next) (fields(next)[at] ?? fields(next)[0])?.focus();
  return Boolean(next);
}

if (grid) {
  grid.setAttribute("data-live", "");
  grid.addEventListener("input", (event) => touch(event.target));
  grid.addEventListener("focusout", (event) => {
    const row = event.target.closest("tr");
    if (row && !row.contains(event.relatedTarget)) save(row);
  });
  grid.addEventListener("submit", (event) => {
    const row = event.target.closest("tr");
    if (row && event.target === formOf(row)) { event.preventDefault(); dirty.add(row); save(row); }
  });
  grid.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.name || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const text = field.tagName === "TEXTAREA";
    const first = !text || field.selectionStart === 0;
    const last = !text || field.selectionEnd === field.value.length;
    const chooses = field.tagName === "SELECT" || field.hasAttribute("list");
    let down = 0;
    if (event.key === "Enter" && !(event.shiftKey && text)) down = event.shiftKey ? -1 : 1;
    else if (event.key === "ArrowDown" && !chooses && last) down = 1;
    else if (event.key === "ArrowUp" && !chooses && first) down = -1;
    if (down) {
      event.preventDefault();
      if (!move(field, down)) save(field.closest("tr"));
    }
  });
  grid.addEventListener("paste", async (event) => {
    const lines = block(event.clipboardData.getData("text/plain"));
    if (lines.length === 1 && lines[0].length === 1) return;
    event.preventDefault();
    let row = event.target.closest("tr");
    const from = fields(row).indexOf(event.target);
    const touched = [];
    for (const line of lines) {
      line.forEach((text, at) => { const field = fields(row)[from + at]; if (field) set(field, text.trim()); });
      touched.push(row);
      row = rows()[rows().indexOf(row) + 1] ?? append();
    }
    for (const one of touched) await save(one);
  });
  addEventListener("beforeunload", (event) => { if (dirty.size || busy.size) event.preventDefault(); });
}
