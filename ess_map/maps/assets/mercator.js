/**
 * Mercator: shapes and points as plain arrays in the unit square of Web Mercator (0..1, origin at the north-west), and
 * the questions asked of them. Knows nothing of the map nor of the canvas.
 *
 * Public face: ess.mercator.
 */
(function () {
  "use strict";

  const EARTH_M = 2 * Math.PI * 6378137; // circumference of the sphere that web maps use, metres

  /** @param {number} lon degrees @returns {number} 0..1 */
  const east = (lon) => (lon + 180) / 360;

  /** @param {number} lat degrees @returns {number} 0..1, southwards */
  function south(lat) {
    const sine = Math.sin((lat * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  const lonOf = (x) => x * 360 - 180;
  const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

  /** Metres on the ground for one unit, at a height of the square. */
  const metresPerUnit = (y) => EARTH_M * Math.cos((latOf(y) * Math.PI) / 180);

  /**
   * Turn a GeoJSON polygon into rings of alternating x, y, with the box of the whole.
   * @param {{type: string, coordinates: Array}} geometry Polygon or MultiPolygon, degrees
   * @returns {{rings: Float64Array[], box: number[]}} box: west, north, east, south in units
   */
  function shape(geometry) {
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    const rings = [],
      box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const polygon of polygons)
      for (const ring of polygon) {
        const out = new Float64Array(ring.length * 2);
        for (let i = 0; i < ring.length; i++) {
          const x = (out[2 * i] = east(ring[i][0])),
            y = (out[2 * i + 1] = south(ring[i][1]));
          if (x < box[0]) box[0] = x;
          if (y < box[1]) box[1] = y;
          if (x > box[2]) box[2] = x;
          if (y > box[3]) box[3] = y;
        }
        rings.push(out);
      }
    return { rings, box };
  }

  /** Whether a point lies inside a shape (even-odd, so holes count). */
  function inside({ rings, box }, x, y) {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
    let odd = false;
    for (const ring of rings)
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        if (
          ring[i + 1] > y !== ring[j + 1] > y &&
          x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]
        )
          odd = !odd;
    return odd;
  }

  /** Whether two boxes touch. */
  const meets = (a, b) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

  /** Box of degrees [west, south, east, north] in units. */
  const boxOf = ([w, s, e, n]) => [east(w), south(n), east(e), south(s)];

  ess.mercator = { east, south, lonOf, latOf, metresPerUnit, shape, inside, meets, boxOf };
})();
