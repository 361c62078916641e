/**
 * Street names: the names of the actors themselves, written beside their signs once the map shows streets (which the
 * offline ground has not). Asked for a view at a time, as JSON, and kept.
 *
 * Public face: new ess.StreetNames(address, changed).
 */
(function () {
  "use strict";

  const FROM_ZOOM = 15.5;
  const MOST = 60; // signs in view above which names would be a heap
  const KEPT = 2000;
  const LONGEST = 32; // letters on the map; the whole name is in the label
  // First-strong isolate and its end: a name written from right to left does not turn the ellipsis around.
  const isolated = (text) => `\u2068${text}\u2069`;

  ess.StreetNames = class {
    /**
     * @param {string} address of `/acteurs/<version>/noms`
     * @param {function(): void} changed called when names have come
     */
    constructor(address, changed) {
      this.address = address;
      this.changed = changed;
      this.known = new Map(); // row -> name, "" while it is asked for
    }

    /**
     * Names to write for the items of a canvas, those alone at their place; unknown ones are asked for.
     * @param {object[]} items see actors.js
     * @param {object} frame see layer.js
     * @returns {{text: string, x: number, y: number, r: number}[]} units
     */
    of(items, frame) {
      const alone = frame.zoom < FROM_ZOOM ? [] : items.filter(({ n }) => n === 1);
      if (!alone.length || alone.length > MOST) return [];
      this._ask(alone.map(({ row }) => row).filter((row) => !this.known.has(row)));
      return alone
        .filter(({ row }) => this.known.get(row))
        .map(({ row, x, y, r }) => ({
          text: isolated(this.known.get(row)),
          x: (x + frame.ox) / frame.scale,
          y: (y + frame.oy) / frame.scale,
          r,
        }));
    }

    _ask(rows) {
      if (!rows.length) return;
      if (this.known.size > KEPT) this.known.clear();
      for (const row of rows) this.known.set(row, "");
      fetch(`${this.address}?rows=${rows.join()}`)
        .then((r) => (r.ok ? r.json() : Promise.reject(new Error(String(r.status)))))
        .then(({ acteurs }) => {
          for (const { row, nom } of acteurs) this.known.set(row, short(nom));
          this.changed();
        })
        .catch(() => rows.forEach((row) => this.known.delete(row))); // asked again at the next move; the label still names
    }
  };

  /** Cut between letters, never inside one. */
  function short(name) {
    const letters = [...name];
    return letters.length > LONGEST
      ? `${letters
          .slice(0, LONGEST - 1)
          .join("")
          .trimEnd()}…`
      : name;
  }
})();
