/**
 * Sketch: a zone drawn by hand, as text (the one of the address) and as a drawing.
 *
 * Public face: ess.sketch.parse, .circle, .polygon, .draw.
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const degrees = (v) => v.toFixed(5);

  /**
   * @param {string} text `cercle:lon,lat,metres` or `polygone:lon,lat;lon,lat;…`
   * @returns {{points: number[][], metres: number}|null} points in units; `metres` is 0 for a polygon
   */
  function parse(text) {
    const [kind, body] = (text || "").split(":");
    const numbers = (part) => part.split(",").map(Number),
      unit = ([lon, lat]) => [M.east(lon), M.south(lat)];
    if (kind === "cercle") {
      const [lon, lat, metres] = numbers(body);
      return { points: [unit([lon, lat])], metres };
    }
    return kind === "polygone" ? { points: body.split(";").map((part) => unit(numbers(part))), metres: 0 } : null;
  }

  const place = ([x, y]) => `${degrees(M.lonOf(x))},${degrees(M.latOf(y))}`;

  /** @returns {string} text of a circle */
  const circle = (centre, metres) => `cercle:${place(centre)},${Math.round(metres)}`;

  /** @returns {string} text of a polygon */
  const polygon = (points) => `polygone:${points.map(place).join(";")}`;

  /**
   * Draw a zone, finished or not.
   * @param {CanvasRenderingContext2D} c
   * @param {{scale: number, ox: number, oy: number, palette: object, k: number}} frame
   * @param {{points: number[][], metres: number}} zone
   * @param {boolean} open a polygon still being drawn: no fill, its vertices marked
   */
  function draw(c, frame, { points, metres }, open = false) {
    const { palette, k } = frame,
      at = points.map(([x, y]) => [x * frame.scale - frame.ox, y * frame.scale - frame.oy]);
    if (!at.length) return;
    c.save();
    c.beginPath();
    if (metres) c.arc(...at[0], (metres / M.metresPerUnit(points[0][1])) * frame.scale, 0, 2 * Math.PI);
    else at.forEach((p, i) => (i ? c.lineTo(...p) : c.moveTo(...p)));
    if (!open && !metres) c.closePath();
    if (!open || metres) {
      c.globalAlpha = 0.1;
      c.fillStyle = palette.marque;
      c.fill();
      c.globalAlpha = 1;
    }
    c.lineJoin = c.lineCap = "round";
    c.strokeStyle = palette.papier;
    c.lineWidth = 5 * k;
    c.stroke();
    c.setLineDash([7 * k, 6 * k]);
    c.strokeStyle = palette.marque;
    c.lineWidth = 2.4 * k;
    c.stroke();
    c.setLineDash([]);
    if (open || metres) for (const p of at) vertex(c, p, frame);
    c.restore();
  }

  function vertex(c, [x, y], { palette, k }) {
    c.beginPath();
    c.arc(x, y, 4.5 * k, 0, 2 * Math.PI);
    c.fillStyle = palette.papier;
    c.fill();
    c.lineWidth = 2 * k;
    c.strokeStyle = palette.marque;
    c.stroke();
  }

  ess.sketch = { parse, circle, polygon, draw };
})();
