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
