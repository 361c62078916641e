/**
 * Overseas: the five départements that a view of France leaves out, one button each, with its silhouette.
 *
 * Public face: ess.Overseas (a Leaflet control).
 */
(function () {
  "use strict";

  const CODES = ["971", "972", "973", "974", "976"];
  const SIDE = 26; // px of a silhouette

  ess.Overseas = L.Control.extend({
    options: { position: "topleft" }, // beside the tools; at the bottom of a narrow frame (map.css)

    onAdd() {
      this.root = L.DomUtil.create("div", "ess-overseas");
      this.root.setAttribute("role", "group");
      this.root.setAttribute("aria-label", ess.words.overseas);
      this.root.hidden = true;
      L.DomEvent.disableClickPropagation(this.root);
      return this.root;
    },

    /**
     * @param {boolean} wanted whether the view is of France
     * @param {object[]} departements overview, from contours.js
     * @param {{palette: object, k: number}} looks
     */
    update(wanted, departements, looks) {
      const found = CODES.map((code) => departements.find((d) => d.code === code)).filter(Boolean);
      this.root.hidden = !wanted || !found.length;
      const key = [found.length, looks.k, looks.palette.encre].join();
      if (this.root.hidden || key === this._key) return;
      this._key = key;
      this.root.replaceChildren(...found.map((d) => this._button(d, looks)));
    },

    _button(departement, looks) {
      const button = document.createElement("button"),
        words = document.createElement("span");
      button.type = "button";
      words.textContent = departement.name;
      button.append(silhouette(departement.shape, looks), words);
      button.addEventListener("click", () => this.options.go(departement.shape.box));
      return button;
    },
  });

  function silhouette({ rings, box }, { palette, k }) {
    const size = SIDE * k,
      canvas = document.createElement("canvas"),
      ratio = window.devicePixelRatio || 1,
      c = canvas.getContext("2d");
    canvas.width = canvas.height = size * ratio;
    canvas.style.width = canvas.style.height = `${size}px`;
    canvas.setAttribute("aria-hidden", "true");
    c.scale(ratio, ratio);
    const scale = (size - 3) / Math.max(box[2] - box[0], box[3] - box[1]);
    const ox = ((box[0] + box[2]) / 2) * scale - size / 2,
      oy = ((box[1] + box[3]) / 2) * scale - size / 2;
    c.beginPath();
    ess.ground.trace(c, { rings }, { scale, ox, oy });
    c.fillStyle = palette.terre;
    c.strokeStyle = palette.gris;
    c.fill();
    c.stroke();
    return canvas;
  }
})();
