/**
 * Columns: the actors as typed arrays, and the two linear passes over them. Knows nothing of Leaflet.
 *
 * Public face: ess.columns.decode, .filter, .runs, .UNIT.
 */
(function () {
  "use strict";

  const MAGIC = 0x33535345; // « ESS3 »
  const USEFUL_BITS = 26;
  const UNIT = 2 ** -32; // coordinates are on 32 bits for the whole world
  const COMMUNE = 2; // from this precision on (arrondissement, commune), a position is only a centre

  /**
   * Read the binary: header of four uint32 (magic, rows, families, precisions), then x and y as zigzag deltas in four
   * byte planes each, then one byte of family and one of precision a row, its high bit telling an actor to be checked.
   * @param {ArrayBuffer} buffer
   * @returns {{n: number, x: Uint32Array, y: Uint32Array, family: Uint8Array, precision: Uint8Array, doubt: Uint8Array}}
   */
  function decode(buffer) {
    const [magic, n] = new Uint32Array(buffer, 0, 4);
    if (magic !== MAGIC || buffer.byteLength !== 16 + 10 * n) throw new Error("unknown format");
    const column = (from) => {
      const [a, b, c, d] = [0, 1, 2, 3].map((i) => new Uint8Array(buffer, from + i * n, n));
      const out = new Uint32Array(n);
      for (let i = 0, value = 0; i < n; i++) {
        const zigzag = a[i] | (b[i] << 8) | (c[i] << 16) | (d[i] << 24);
        value += (zigzag >>> 1) ^ -(zigzag & 1);
        out[i] = value << (32 - USEFUL_BITS);
      }
      return out;
    };
    const bytes = (from) => new Uint8Array(buffer.slice(from, from + n)); // a copy, so that the planes can be freed
    const said = bytes(16 + 9 * n);
    const precision = said.map((value) => value & 0x7f),
      doubt = said.map((value) => value >>> 7);
    return { n, x: column(16), y: column(16 + 4 * n), family: bytes(16 + 8 * n), precision, doubt };
  }

  /**
   * Write the rows whose bit is set, in order.
   * @param {number} n
   * @param {Uint8Array} bits one bit a row, first row in the lowest bit
   * @param {Uint32Array} kept where to write
   * @returns {number} how many were kept
   */
  function filter(n, bits, kept) {
    let k = 0;
    for (let row = 0; row < n; row++) if ((bits[row >>> 3] >>> (row & 7)) & 1) kept[k++] = row;
    return k;
  }

  /**
   * Cut the kept rows into the cells of a grid of 2^level cells a side. Rows follow a Z-order curve, so the rows of a
   * cell are neighbours: comparing each with the one before is enough.
   * @param {{x: Uint32Array, y: Uint32Array}} data
   * @param {Uint32Array} kept
   * @param {number} count
   * @param {number} level
   * @param {Uint32Array} starts where to write the first place of each cell, and the end of the last
   * @returns {number} how many cells
   */
  function runs({ x, y }, kept, count, level, starts) {
    const shift = 32 - level;
    let cells = 0,
      cx = -1,
      cy = -1;
    for (let k = 0; k < count; k++) {
      const row = kept[k],
        a = x[row] >>> shift,
        b = y[row] >>> shift;
      if (a === cx && b === cy) continue;
      starts[cells++] = k;
      cx = a;
      cy = b;
    }
    starts[cells] = count;
    return cells;
  }

  ess.columns = { decode, filter, runs, UNIT, COMMUNE };
})();
