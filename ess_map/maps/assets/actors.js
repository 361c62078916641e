/**
 * Actors: what of the register is shown at a zoom (symbols, piles, clusters), where it lies on the canvas, how it is
 * drawn. Holds the columns, the rows kept by the filter and the last grouping.
 *
 * Public face: new ess.Actors(families).
 */
(function () {
  "use strict";

  ess.Actors = class {
    /** @param {number} families how many families exist */
    constructor(families) {
      this.families = families;
      this.data = null;
      this.count = 0;
      this.generation = 0; // of the filter
      this.stats = {};
      this._key = "";
      this._groups = [];
    }

    /** @param {ArrayBuffer} buffer the binary of columns.js */
    read(buffer) {
      const started = performance.now();
      this.data = ess.columns.decode(buffer);
      this.kept = new Uint32Array(this.data.n);
      this.starts = new Uint32Array(this.data.n + 1);
      this.stats.decode = performance.now() - started;
    }

    /** @param {Uint8Array|null} bits one bit a row; null keeps nobody */
    filter(bits) {
      const started = performance.now();
      this.count = bits && this.data ? ess.columns.filter(this.data.n, bits, this.kept) : 0;
      this.generation++;
      this.present = new Uint32Array(this.families);
      this.centres = this.doubts = 0;
      for (let k = 0; k < this.count; k++) {
        const { family, centre, doubt } = this._said(this.kept[k]);
        this.present[family]++;
        if (doubt) this.doubts++;
        else if (centre) this.centres++;
      }
      this.stats.filter = performance.now() - started;
      this.stats.count = this.count;
    }

    /** How many kept actors lie in a box of the unit square. */
    within([west, north, east, south]) {
      const { x, y } = this.data || {},
        u = ess.columns.UNIT;
      let n = 0;
      for (let k = 0; k < this.count; k++) {
        const a = x[this.kept[k]] * u,
          b = y[this.kept[k]] * u;
        if (a >= west && a <= east && b >= north && b <= south) n++;
      }
      return n;
    }

    /** Place of a row among those kept, or -1. */
    placeOf(row) {
      let low = 0,
        high = this.count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (this.kept[middle] === row) return middle;
        if (this.kept[middle] < row) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    }

    /** Groups of a part of the world at a zoom, remembered until something changes. */
    groups(zoom, window, k) {
      if (!this.data) return [];
      const key = [this.generation, zoom, k, ...window].join();
      if (key !== this._key) {
        const started = performance.now();
        this._groups = ess.clusters.group(this.data, this, { zoom, window, k });
        this._key = key;
        this.stats.group = performance.now() - started;
      }
      return this._groups;
    }

    /** Items on the canvas: its groups, in canvas pixels, with what their drawing needs. */
    items(frame, window) {
      const out = [];
      for (const group of this.groups(frame.zoom, window, frame.k)) {
        const x = group.x - frame.ox,
          y = group.y - frame.oy;
        if (x < -group.r || y < -group.r || x > frame.width + group.r || y > frame.height + group.r) continue;
        const row = this.kept[group.runs[0]];
        out.push({
          group,
          x,
          y,
          r: group.r,
          n: group.n,
          places: group.places,
          row,
          ...this._said(row),
        });
      }
      return out;
    }

    /** What the symbol of a row says: its family, whether its place is only a centre, whether it is to be checked. */
    _said(row) {
      const { family, precision, doubt } = this.data;
      return { family: family[row], centre: precision[row] >= ess.columns.COMMUNE, doubt: !!doubt[row] };
    }

    /** Families of an item, counted once. */
    shares(item) {
      const group = item.group;
      if (!group.shares) group.shares = ess.clusters.shares(group, this.data, this.kept, this.families);
      return group.shares;
    }

    /** Rows of an item, at most `limit`. */
    rowsOf(item, limit) {
      return ess.clusters.rowsOf(item.group, this.kept, limit);
    }

    /**
     * Draw every item, the chosen one above the others.
     * @param {CanvasRenderingContext2D} c
     * @param {object} frame see layer.js
     * @param {object[]} items
     * @param {number} chosen row, or -1
     */
    draw(c, frame, items, chosen) {
      const place = chosen < 0 || !this.data ? -1 : this.placeOf(chosen);
      const holder = place < 0 ? null : items.find((item) => ess.clusters.holds(item.group, place));
      for (const item of items) if (item !== holder) this._one(c, frame, item);
      if (holder) {
        ess.symbols.chosen(c, holder.x, holder.y, holder.n === 1 ? holder.r * 2 : holder.r + 6 * frame.k, frame);
        this._one(c, frame, holder);
      } else if (chosen >= 0 && this.data && chosen < this.data.n) this._filteredOut(c, frame, chosen);
    }

    _one(c, frame, item) {
      if (item.n === 1) ess.symbols.actor(c, item, frame);
      else if (item.places === 1) ess.symbols.pile(c, { ...item, shares: this.shares(item) }, frame);
      else ess.symbols.cluster(c, { ...item, shares: this.shares(item) }, frame);
    }

    /** The chosen actor stays on the map even when a filter hides it. */
    _filteredOut(c, frame, row) {
      const x = this.data.x[row] * ess.columns.UNIT * frame.scale - frame.ox,
        y = this.data.y[row] * ess.columns.UNIT * frame.scale - frame.oy;
      ess.symbols.chosen(c, x, y, 2 * ess.symbols.RADIUS * frame.k, frame);
      ess.symbols.actor(
        c,
        { x, y, ...this._said(row) },
        frame,
      );
    }
  };
})();
