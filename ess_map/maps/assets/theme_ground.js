/**
 * Theme ground: the boundaries under a choropleth. Those of every map (départements, outline, towns), and the parts of the
 * territory: the files that hold them are fetched once, whatever indicator is shown over them.
 *
 * Public face: new ess.ThemeGround(address, tell).
 */
(function () {
  "use strict";

  const M = ess.mercator;

  ess.ThemeGround = class extends ess.Contours {
    constructor(address, tell) {
      super(address, tell);
      this.files = new Map(); // name -> promise of its features
      this.parts = [];
      this.named = false;
      this.cutting = "";
    }

    look() {} // what is wanted does not depend on the view

    shown() {
      return this.named ? this.parts : [];
    }

    detailed() {
      return false;
    }

    /**
     * Hold the parts of a theme.
     * @param {{contours: string[], codes: string[], niveau: string}} theme
     * @returns {Promise<boolean>} false when another cut was asked for meanwhile
     */
    async cut({ contours, codes, niveau }) {
      const key = `${contours.join()}|${niveau}|${codes.length}|${codes[0]}|${this.territory}`;
      if (key === this.cutting && this.parts.length) return true;
      this.cutting = key;
      const lists = await Promise.all(contours.map((name) => this._file(name)));
      if (this.cutting !== key) return false;
      const wanted = new Set(codes), seen = new Set();
      this.parts = lists.flat().filter(({ code }) => wanted.has(code) && !seen.has(code) && seen.add(code));
      for (const part of this.parts) part.member = true;
      this.named = niveau === "commune";
      this.byCode = new Map(this.parts.flatMap((part) => [part.code, ...part.holds].map((code) => [code, part])));
      return true;
    }

    _file(name) {
      if (!this.files.has(name)) {
        const coming = this._json(`${name}.geojson`).then((data) => data.features.map(ess.feature));
        coming.catch(() => this.files.delete(name)); // asked again the next time
        this.files.set(name, coming);
      }
      return this.files.get(name);
    }

    /** The part under a point of the unit square, or null. */
    at(x, y) {
      return this.parts.find(({ shape }) => M.inside(shape, x, y)) || null;
    }
  };
})();
