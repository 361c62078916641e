/**
 * Theme legend: what is shown, its classes in words with how many territories each has, and apart what has no value.
 * Folded in a narrow frame, where it would hide the territory.
 *
 * Public face: ess.ThemeLegend (a Leaflet control).
 */
(function () {
  "use strict";

  const NARROW = 520; // px

  ess.ThemeLegend = L.Control.extend({
    options: { position: "bottomleft" },

    onAdd() {
      this.root = L.DomUtil.create("details", "ess-legend ess-theme-legend");
      this.root.hidden = true;
      L.DomEvent.disableClickPropagation(this.root);
      L.DomEvent.disableScrollPropagation(this.root);
      this.root.addEventListener("toggle", () => this.options.changed());
      return this.root;
    },

    /** Width and height that it takes, in pixels; none while it is folded. */
    size() {
      const { root } = this;
      return root && !root.hidden && root.open ? [root.offsetWidth, root.offsetHeight] : [0, 0];
    },

    /** @param {ess.Theme|null} theme @param {{palette: object, k: number}} looks */
    update(theme, looks) {
      const first = this.root.hidden;
      this.root.hidden = !theme;
      if (!theme) return;
      if (first) this.root.open = this._map.getSize().x > NARROW;
      const element = (tag, text, kind = "") => Object.assign(document.createElement(tag), { textContent: text, className: kind });
      const title = element("summary", theme.titre), unit = theme.unite ? [element("small", theme.unite)] : [];
      const lines = theme.legende.map(({ marque, mots, nombre }) => {
        const line = document.createElement("div");
        line.append(ess.shade.swatch(marque, theme, looks), element("span", mots), element("i", ess.number(nombre)));
        return line;
      });
      this.root.replaceChildren(title, ...unit, ...lines, ...theme.notes.map((note) => element("p", note)));
    },
  });
})();
