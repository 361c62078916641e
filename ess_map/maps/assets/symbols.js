/**
 * Symbols: one colour AND one shape a family, drawn on canvas; the legend uses the very same drawing.
 *
 * Public face: ess.symbols.actor, .pile, .cluster, .chosen, .RADIUS.
 */
(function () {
  "use strict";

  const RADIUS = 8.5; // half of a 17 px symbol
  const UNKNOWN = 5; // « à préciser », the ring

  /** Path of each family around (0, 0), in the order of the binary. */
  const SHAPES = [
    (c, r) => c.arc(0, 0, r, 0, 2 * Math.PI), // association: disc
    (c, r) => c.rect(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76), // cooperative: square
    (c, r) => cross(c, r), // mutuelle: cross
    (c, r) =>
      path(c, [
        [0, -r * 1.12],
        [r * 1.1, r * 0.85],
        [-r * 1.1, r * 0.85],
      ]), // fondation: triangle
    (c, r) =>
      path(c, [
        [0, -r * 1.25],
        [r * 1.25, 0],
        [0, r * 1.25],
        [-r * 1.25, 0],
      ]), // societe commerciale: diamond
    (c, r) => c.arc(0, 0, r * 0.8, 0, 2 * Math.PI), // a preciser: ring
  ];

  function path(c, points) {
    points.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
    c.closePath();
  }

  function cross(c, r) {
    const a = r * 0.42,
      b = r * 1.12;
    path(c, [
      [-a, -b],
      [a, -b],
      [a, -a],
      [b, -a],
      [b, a],
      [a, a],
      [a, b],
      [-a, b],
      [-a, a],
      [-b, a],
      [-b, -a],
      [-a, -a],
    ]);
  }

  /**
   * Draw one actor: a full shape, or a dashed outline when its position is only the centre of its commune; a question mark
   * inside when it is to be checked.
   * @param {CanvasRenderingContext2D} c
   * @param {{family: number, x: number, y: number, centre: boolean, doubt: boolean}} actor
   * @param {{palette: object, k: number}} looks
   * @param {number} r half size before the scale
   */
  function actor(c, { family, x, y, centre, doubt }, { palette, k }, r = RADIUS) {
    const size = r * k,
      colour = palette.familles[family];
    c.save();
    c.translate(x, y);
    c.beginPath();
    SHAPES[family](c, size);
    c.lineJoin = "round";
    c.strokeStyle = palette.papier;
    c.lineWidth = Math.max(3, size * 0.5) + (family === UNKNOWN ? size * 0.55 : 0);
    c.stroke();
    const hollow = centre || doubt || family === UNKNOWN;
    c.fillStyle = hollow ? palette.papier : colour;
    c.fill();
    if (hollow) {
      if (centre) c.setLineDash([size * 0.42, size * 0.3]);
      c.strokeStyle = colour;
      c.lineWidth = family === UNKNOWN && !centre && !doubt ? size * 0.55 : size * 0.34;
      c.stroke();
    }
    if (doubt) question(c, size, colour);
    c.restore();
  }

  function question(c, size, colour) {
    c.font = `700 ${size * 1.7}px ${ess.palette.FONT}`;
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillStyle = colour;
    c.fillText("?", 0, size * 0.1);
  }

  function disc(c, x, y, r, colour) {
    c.beginPath();
    c.arc(x, y, r, 0, 2 * Math.PI);
    c.fillStyle = colour;
    c.fill();
  }

  function count(c, n, x, y, { palette, k }) {
    c.font = `650 ${(n < 10000 ? 13.5 : 12) * k}px ${ess.palette.FONT}`;
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.fillStyle = palette.encre;
    c.fillText(ess.number(n), x, y + 0.5 * k);
  }

  /** Several actors at the very same place: two cards, the number, a line of families; dashed at the centre of a commune. */
  function pile(c, { x, y, n, shares, centre }, looks) {
    const { palette, k } = looks,
      half = 10 * k,
      wide = Math.max(half * 1.1, (String(n).length * 4.2 + 4) * k);
    const card = (dx, dy) => {
      c.beginPath();
      c.roundRect(x - wide + dx, y - half + dy, 2 * wide, 2 * half, 3.5 * k);
    };
    c.save();
    c.lineWidth = 1.4 * k;
    for (const shift of [3 * k, 0]) {
      card(shift, -shift);
      c.fillStyle = palette.papier;
      c.fill();
      c.setLineDash(centre ? [3 * k, 2.2 * k] : []);
      c.strokeStyle = palette.gris;
      c.stroke();
    }
    c.clip();
    let left = x - wide;
    shares.forEach((share, family) => {
      const width = (2 * wide * share) / n;
      c.fillStyle = palette.familles[family];
      c.fillRect(left, y + half - 4 * k, width, 4 * k);
      left += width;
    });
    c.restore();
    count(c, n, x, y - 1.5 * k, looks);
  }

  /** Several places together: a paper disc with the number, ringed by the share of each family. */
  function cluster(c, { x, y, r, n, shares }, looks) {
    const { palette, k } = looks,
      space = shares.filter(Boolean).length > 1 ? 0.05 : 0;
    disc(c, x, y, r + 1.5 * k, palette.papier);
    c.lineWidth = 4.5 * k;
    let angle = -Math.PI / 2;
    shares.forEach((share, family) => {
      if (!share) return;
      const end = angle + (2 * Math.PI * share) / n;
      c.beginPath();
      c.arc(x, y, r - 2.5 * k, angle + Math.min(space, (end - angle) / 4), end - Math.min(space, (end - angle) / 4));
      c.strokeStyle = palette.familles[family];
      c.stroke();
      angle = end;
    });
    count(c, n, x, y, looks);
  }

  /** What marks the chosen one, under its symbol, its pile or its cluster: the highlighter, never without an ink line. */
  function chosen(c, x, y, r, { palette, k }) {
    disc(c, x, y, r, palette.surligneur);
    c.lineWidth = 1.6 * k;
    c.strokeStyle = palette.encre;
    c.stroke();
  }

  ess.symbols = { actor, pile, cluster, chosen, RADIUS };
})();
