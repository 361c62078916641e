/**
 * Composing: a click on a commune adds it to a territory made of communes, or takes it out. The list itself is Python's.
 *
 * Public face: new ess.Composing(contours, options).
 */
(function () {
  "use strict";

  const M = ess.mercator;

  ess.Composing = class {
    /**
     * @param {ess.Contours} contours
     * @param {{label: ess.Label, redraw: function(): void, tell: function(string): void, hint: function(): void}} options
     */
    constructor(contours, options) {
      this.contours = contours;
      this.options = options;
      this.active = false;
      this.composition = new Set();
      this.hovered = null;
    }

    /** @param {boolean} active @param {string[]} composition @returns {boolean} whether the drawing changes */
    show(active, composition) {
      const same =
        this.active === active &&
        this.composition.size === composition.length &&
        composition.every((code) => this.composition.has(code));
      this.active = active;
      this.composition = new Set(composition);
      if (!active) this.hovered = null;
      return !same;
    }

    _under({ lat, lng }) {
      return this.contours.at(M.east(lng), M.south(lat));
    }

    hover(latlng, point) {
      const found = this._under(latlng);
      if (found !== this.hovered) {
        this.hovered = found;
        this.options.redraw();
      }
      if (!found) this.options.label.hide();
      else
        this.options.label.show(
          [
            found.name,
            found.pop ? ess.words.inhabitants(found.pop) : "",
            this.composition.has(found.code) ? ess.words.remove : ess.words.add,
          ],
          point,
        );
      return !!found;
    }

    leave() {
      if (!this.hovered) return;
      this.hovered = null;
      this.options.redraw();
    }

    click(latlng) {
      const found = this._under(latlng);
      if (!found) {
        this.options.hint();
        return;
      }
      if (!this.composition.delete(found.code)) this.composition.add(found.code); // shown at once, confirmed by Python
      this.options.redraw();
      this.options.tell(found.code);
    }
  };
})();
