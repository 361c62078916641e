/**
 * Hit index: which drawn item lies under a point. Items are kept in linked lists by bucket, so that a look-up touches
 * nine buckets whatever the number of actors.
 *
 * Public face: ess.HitIndex.
 */
(function () {
  "use strict";

  ess.HitIndex = class {
    /**
     * @param {{x: number, y: number, r: number}[]} items in canvas pixels
     * @param {{x: number, y: number}} size of the canvas
     */
    constructor(items, size) {
      this.items = items;
      this.bucket = items.reduce((most, item) => Math.max(most, item.r), 24);
      this.wide = Math.ceil(size.x / this.bucket) + 2;
      this.tall = Math.ceil(size.y / this.bucket) + 2;
      this.head = new Int32Array(this.wide * this.tall).fill(-1);
      this.next = new Int32Array(items.length);
      items.forEach(({ x, y }, i) => {
        const [a, b] = this._cell(x, y);
        if (a < 0 || b < 0 || a >= this.wide || b >= this.tall) return;
        this.next[i] = this.head[b * this.wide + a];
        this.head[b * this.wide + a] = i;
      });
    }

    _cell(x, y) {
      return [Math.floor(x / this.bucket) + 1, Math.floor(y / this.bucket) + 1];
    }

    /**
     * @param {{x: number, y: number}} at
     * @param {number} least radius of the finger: an item answers at least this far from its centre
     * @returns {object|null} the item whose edge reaches deepest under the point
     */
    find(at, least = 0) {
      const [a, b] = this._cell(at.x, at.y);
      let best = null,
        depth = 0;
      for (let v = Math.max(0, b - 1); v <= Math.min(this.tall - 1, b + 1); v++)
        for (let u = Math.max(0, a - 1); u <= Math.min(this.wide - 1, a + 1); u++)
          for (let i = this.head[v * this.wide + u]; i >= 0; i = this.next[i]) {
            const item = this.items[i],
              reach = Math.hypot(item.x - at.x, item.y - at.y) - Math.max(item.r, least);
            if (reach < depth) [best, depth] = [item, reach];
          }
      return best;
    }
  };
})();
