/**
 * Clusters: from rows kept to items that never overlap. Rows that share a small cell of the Z-order curve start
 * together; items whose discs would touch are then merged, the largest first, until none does.
 *
 * Public face: ess.clusters.window, .group, .shares, .ends, .holds.
 */
(function () {
  "use strict";

  const SMALLEST_CELL = 24; // side of a cell, px: from here to twice as much, to stay a power of two of the world
  const FEW = 6; // a cell of at most this many rows starts as one item a position
  const ALONE_FROM_ZOOM = 15; // from here on, every cell does
  const TILE = 512; // a window snaps to this, px: panning a little changes nothing
  const GAP = 2; // between two items, px
  const PASSES = 10;

  /** Radius of an item, px: a symbol, a pile (several at one place), a cluster. */
  function radius({ n, places }, k) {
    if (n === 1) return 8.5 * k;
    if (places === 1) return 13 * k;
    return (n <= 36 ? 11 + 2.4 * Math.sqrt(n) : 25.4 + 4.2 * Math.log10(n / 36)) * k;
  }

  /**
   * Part of the world to group, in pixels of the zoom: the view with a wide margin, snapped, so that it rarely changes.
   * @param {{min: {x: number, y: number}, max: {x: number, y: number}}} view world pixels
   * @returns {number[]} west, north, east, south
   */
  function window_({ min, max }) {
    const low = (v) => Math.floor(v / TILE - 1) * TILE,
      high = (v) => Math.ceil(v / TILE + 1) * TILE;
    return [low(min.x), low(min.y), high(max.x), high(max.y)];
  }

  /**
   * Group the kept rows of a window.
   * @param {{x: Uint32Array, y: Uint32Array}} data
   * @param {{kept: Uint32Array, count: number, starts: Uint32Array}} rows `starts` is working memory
   * @param {{zoom: number, window: number[], k: number}} view
   * @returns {{x: number, y: number, n: number, places: number, r: number, runs: number[]}[]} world pixels
   */
  function group(data, { kept, count, starts }, { zoom, window, k }) {
    const level = Math.floor(zoom + Math.log2(256 / (SMALLEST_CELL * k)));
    const cells = ess.columns.runs(data, kept, count, level, starts),
      shift = 32 - level;
    const scale = 256 * 2 ** zoom * ess.columns.UNIT,
      side = scale * 2 ** shift;
    const items = [];
    for (let i = 0; i < cells; i++) {
      const from = starts[i],
        to = starts[i + 1],
        row = kept[from];
      const left = (data.x[row] >>> shift) * side,
        top = (data.y[row] >>> shift) * side;
      if (left > window[2] || top > window[3] || left + side < window[0] || top + side < window[1]) continue;
      if (to - from > FEW && zoom < ALONE_FROM_ZOOM) items.push(cluster(data, kept, from, to, scale));
      else places(data, kept, from, to, scale, items);
    }
    for (const item of items) item.r = radius(item, k);
    return settle(items, k);
  }

  /** One item a position: rows of one address are neighbours in Z-order. */
  function places({ x, y }, kept, from, to, scale, items) {
    for (let k = from; k < to; ) {
      const row = kept[k],
        first = k;
      while (k < to && x[kept[k]] === x[row] && y[kept[k]] === y[row]) k++;
      items.push({ x: x[row] * scale, y: y[row] * scale, n: k - first, places: 1, runs: [first, k] });
    }
  }

  /** A cell as one item, at the middle of its actors. */
  function cluster({ x, y }, kept, from, to, scale) {
    let sumX = 0,
      sumY = 0,
      places = 1;
    for (let k = from; k < to; k++) {
      sumX += x[kept[k]];
      sumY += y[kept[k]];
      if (k > from && (x[kept[k]] !== x[kept[k - 1]] || y[kept[k]] !== y[kept[k - 1]])) places++;
    }
    const n = to - from;
    return { x: (sumX / n) * scale, y: (sumY / n) * scale, n, places, runs: [from, to] };
  }

  /** Merge what overlaps, the largest first, until nothing does. */
  function settle(items, k) {
    for (let pass = 0; pass < PASSES; pass++) {
      items.sort((a, b) => b.n - a.n || a.runs[0] - b.runs[0]);
      const index = new Buckets(items.reduce((most, { r }) => Math.max(most, r), 0) * 2 + GAP * k);
      const hosts = [];
      let merged = false;
      for (const item of items) {
        const host = index.overlapping(item, GAP * k);
        if (host) {
          (host.guests = host.guests || []).push(item);
          merged = true;
        } else {
          index.add(item);
          hosts.push(item);
        }
      }
      if (!merged) break;
      items = hosts.map((host) => (host.guests ? absorb(host, k) : host));
    }
    return items;
  }

  function absorb(host, k) {
    const all = [host, ...host.guests],
      n = all.reduce((sum, item) => sum + item.n, 0);
    const mean = (axis) => all.reduce((sum, item) => sum + item[axis] * item.n, 0) / n;
    const item = {
      x: mean("x"),
      y: mean("y"),
      n,
      places: all.reduce((sum, { places }) => sum + places, 0),
      runs: all.flatMap(({ runs }) => runs),
    };
    item.r = radius(item, k);
    return item;
  }

  /** Items by square of the plane, to look only at neighbours. */
  class Buckets {
    constructor(side) {
      this.side = side;
      this.map = new Map();
    }

    _key(a, b) {
      return a * 67108864 + b;
    }

    add(item) {
      const key = this._key(Math.floor(item.x / this.side), Math.floor(item.y / this.side)),
        list = this.map.get(key);
      if (list) list.push(item);
      else this.map.set(key, [item]);
    }

    /** The nearest item already there whose disc would touch this one. */
    overlapping({ x, y, r }, gap) {
      const a = Math.floor(x / this.side),
        b = Math.floor(y / this.side);
      let best = null,
        least = Infinity;
      for (let u = a - 1; u <= a + 1; u++)
        for (let v = b - 1; v <= b + 1; v++)
          for (const other of this.map.get(this._key(u, v)) || []) {
            const distance = Math.hypot(other.x - x, other.y - y);
            if (distance < other.r + r + gap && distance < least) [best, least] = [other, distance];
          }
      return best;
    }
  }

  /** Number of actors of each family in an item. */
  function shares({ runs }, { family }, kept, families) {
    const out = new Uint32Array(families);
    for (let i = 0; i < runs.length; i += 2) for (let k = runs[i]; k < runs[i + 1]; k++) out[family[kept[k]]]++;
    return out;
  }

  /** Rows of an item, at most `limit`. */
  function rowsOf({ runs }, kept, limit = Infinity) {
    const out = [];
    for (let i = 0; i < runs.length; i += 2)
      for (let k = runs[i]; k < runs[i + 1] && out.length < limit; k++) out.push(kept[k]);
    return out;
  }

  /** Whether an item holds the row kept at a place. */
  function holds({ runs }, place) {
    for (let i = 0; i < runs.length; i += 2) if (place >= runs[i] && place < runs[i + 1]) return true;
    return false;
  }

  ess.clusters = { window: window_, group, shares, rowsOf, holds };
})();
