/**
 * Legend: the very shapes that are drawn, with their names; only the families present. Left out of narrow frames, where
 * the filter of the page carries the same signs.
 *
 * Public face: ess.Legend (a Leaflet control), ess.sign(family, size, looks).
 */
(function () {
  "use strict";

  const NARROW = 520; // px

  /** A family's symbol as an element. */
  ess.sign = function (family, size, looks, centre = false, doubt = false) {
    const canvas = document.createElement("canvas"),
      ratio = window.devicePixelRatio || 1,
      c = canvas.getContext("2d");
    canvas.width = canvas.height = size * ratio;
    canvas.style.width = canvas.style.height = `${size}px`;
    canvas.setAttribute("aria-hidden", "true");
    c.scale(ratio, ratio);
    ess.symbols.actor(c, { family, x: size / 2, y: size / 2, centre, doubt }, { ...looks, k: 1 }, size * 0.34);
    return canvas;
  };

  ess.Legend = L.Control.extend({
    options: { position: "bottomleft", names: [] },

    onAdd() {
      this.root = L.DomUtil.create("div", "ess-legend");
      L.DomEvent.disableClickPropagation(this.root);
      this.root.hidden = true;
      this.drawn = "";
      return this.root;
    },

    /**
     * @param {{present: Uint32Array, centres: number, doubts: number}} actors what is shown
     * @param {{palette: object, k: number}} looks
     */
    update({ present, centres, doubts }, looks) {
      const narrow = this._map.getSize().x <= NARROW,
        families = this.options.names.map((_, f) => f).filter((f) => present && present[f]);
      this.root.hidden = narrow || !families.length;
      const key = [families, !!centres, !!doubts, looks.k, looks.palette.encre, window.devicePixelRatio].join();
      if (this.root.hidden || key === this.drawn) return;
      this.drawn = key;
      const title = document.createElement("b");
      title.textContent = ess.words.families;
      const lines = families.map((f) => this._line(f, this.options.names[f], looks, false));
      if (centres) lines.push(this._line(families[0], ess.words.approximate, looks, true));
      if (doubts) lines.push(this._line(families[0], ess.words.toCheck, looks, true, true));
      this.root.replaceChildren(title, ...lines);
    },

    _line(family, name, looks, centre, doubt = false) {
      const line = document.createElement("div"),
        words = document.createElement("span");
      words.textContent = name;
      line.append(ess.sign(family, 20 * looks.k, looks, centre, doubt), words);
      return line;
    },
  });
})();
