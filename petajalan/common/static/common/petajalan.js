// Behaviour on top of pages that work without it. Loaded before Alpine, which asks for its components at start.

document.addEventListener("alpine:init", () => {
  // A <details> menu that closes when one looks elsewhere.
  window.Alpine.data("menu", () => ({
    close(event) {
      if (!this.$root.open) return;
      this.$root.open = false;
      if (event.type === "keydown") this.$root.querySelector("summary").focus();
    },
  }));

  // Show what was typed into a password field.
  window.Alpine.data("reveal", () => ({
    shown: false,
    init() {
      this.$refs.toggle.hidden = false;
    },
    toggle() {
      this.shown = !this.shown;
      this.$root.querySelector("input").type = this.shown ? "text" : "password";
      this.$refs.toggle.setAttribute("aria-pressed", String(this.shown));
    },
  }));
});

// On a phone a row of tabs is wider than the page: bring the current one into view.
for (const tab of document.querySelectorAll(".pj-views [aria-current]")) {
  const row = tab.parentElement;
  const middle = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  if (row.scrollWidth > row.clientWidth) row.scrollLeft = middle;
}

// An answer may replace fields in which somebody already types on: what is not sent yet goes over into the new ones.
const typedOn = new Map();

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, requestConfig } = event.detail;
  const sent = new FormData();
  for (const [name, value] of requestConfig?.formData || []) sent.append(name, value);
  for (const field of target.querySelectorAll("input[type=text][id], input:not([type])[id], textarea[id]")) {
    const isSent = requestConfig?.elt === field.form && sent.getAll(field.name).includes(field.value);
    if (field.value !== field.defaultValue && !isSent) {
      typedOn.set(field.id, { value: field.value, focused: field === document.activeElement });
    }
  }
});

document.addEventListener("htmx:afterSettle", () => {
  const kept = [...typedOn];
  typedOn.clear();
  for (const [id, { value, focused }] of kept) {
    const field = document.getElementById(id);
    if (!field || field.value === value) continue;
    field.value = value;
    const changed = () => field.dispatchEvent(new Event("change", { bubbles: true }));
    if (focused && field === document.activeElement) field.addEventListener("blur", changed, { once: true });
    else changed();
  }
});
