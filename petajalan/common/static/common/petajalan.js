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
