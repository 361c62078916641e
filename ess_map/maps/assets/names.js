/**
 * Names of places, written on one canvas where there is room: the most populous first, five places tried for each,
 * what is already drawn (actors, legend, other names) is left free.
 *
 * Public face: ess.names.draw.
 */
(function () {
  "use strict";

  const THREE = [
    [0, 0],
    [0, 16],
    [0, -16],
  ]; // of a whole country: a name must not leave its town
  const FIVE = [...THREE, [0, 30], [0, -30]];
  const CHIEF = [
    ...FIVE,
    [0, 40],
    [0, -40],
    [0, 50],
    [0, -50],
    [0, 62],
    [0, -62],
    [40, -44],
    [-40, -44],
    [70, 0],
    [-70, 0],
    [56, 24],
    [-56, 24],
    [56, -24],
    [-56, -24],
    [0, 78],
    [0, -78],
    [90, 30],
    [-90, 30],
    [90, -30],
    [-90, -30],
  ];
  const ABOVE = [0, -38]; // where the chief town is written when nothing is free
  const widths = new Map();

  /** From this zoom on, a commune of this population is named; below the first, only the largest towns. */
  const LEAST = [
    [12, 0],
    [11, 1500],
    [10, 3000],
    [8, 20000],
    [7, 40000],
    [5.5, 130000],
    [0, 400000],
  ];
  const least = (zoom) => LEAST.find(([from]) => zoom >= from)[1];

  /** Width of a text in a font, measured once. */
  function measure(c, text) {
    const key = c.font + c.letterSpacing + text;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > 4000) widths.clear();
      widths.set(key, (width = c.measureText(text).width));
    }
    return width;
  }

  class Board {
    constructor(c, frame, obstacles) {
      this.c = c;
      this.frame = frame;
      this.taken = obstacles;
    }

    free([left, top, right, bottom]) {
      return this.taken.every((o) => left >= o[2] || right <= o[0] || top >= o[3] || bottom <= o[1]);
    }

    /**
     * Write a name at the first free place.
     * @returns {boolean} whether there was one
     */
    put(text, { x, y }, { size, weight, colour, offsets = FIVE, spacing = 0, always = false }) {
      const { c, frame } = this,
        k = frame.k,
        px = x * frame.scale - frame.ox,
        py = y * frame.scale - frame.oy;
      if (px < 0 || py < 0 || px > frame.width || py > frame.height) return false;
      c.font = `${weight} ${size * k}px ${ess.palette.FONT}`;
      c.letterSpacing = `${spacing * k}px`;
      const half = measure(c, text) / 2 + 3 * k;
      for (const offset of always ? [...offsets, ABOVE] : offsets) {
        const at = [px + offset[0] * k, py + offset[1] * k],
          box = [at[0] - half, at[1] - size * 0.66 * k, at[0] + half, at[1] + size * 0.56 * k];
        if (offset !== ABOVE && !this.free(box)) continue;
        this.taken.push(box);
        c.lineWidth = 4 * k;
        c.strokeText(text, ...at);
        c.fillStyle = colour;
        c.fillText(text, ...at);
        return true;
      }
      return false;
    }
  }

  /** Communes and towns to name, the first ones deserving room most. */
  function ranked(contours, zoom, box) {
    const detailed = contours.shown(),
      known = new Set(detailed.map(({ code }) => code));
    const towns = contours.places ? contours.places.towns.filter(({ code }) => !known.has(code)) : [];
    const seen = [...detailed, ...towns].filter(({ x, y }) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
    seen.sort((a, b) => b.member - a.member || b.rank - a.rank || b.pop - a.pop);
    const chief = seen.find(({ member }) => member);
    const bar = least(zoom),
      memberBar = least(zoom + 0.75);
    return seen
      .filter((p) => p === chief || p.pop >= (p.member ? memberBar : bar) || (p.rank > 0 && zoom >= 7.75))
      .map((p) => ({ place: p, chief: p === chief }));
  }

  /** How a commune or a town is written. */
  function style({ member, pop, rank }, chief, { palette, zoom }, nation) {
    const large = pop > 100000;
    if (nation) return { size: 13.5, weight: 500, colour: palette.encre, offsets: zoom < 8 ? THREE : FIVE };
    if (!member) return { size: 12.5, weight: 400, colour: palette.gris };
    const offsets = chief || rank ? CHIEF : FIVE;
    if (!large && !chief) return { size: 13.5, weight: 550, colour: palette.encre, offsets };
    const size = large ? 17 : zoom < 12 ? 15 : 13.5;
    return { size: zoom < 8 ? size - 3 : size, weight: 700, colour: palette.encre, offsets, always: chief };
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {object} frame see layer.js
   * @param {ess.Contours} contours
   * @param {number[][]} obstacles boxes [left, top, right, bottom] in canvas pixels; names add theirs
   * @param {{text: string, x: number, y: number, r: number}[]} actors names of actors, in units, at street zoom
   */
  function draw(c, frame, contours, obstacles, actors) {
    const { palette, zoom } = frame,
      board = new Board(c, frame, obstacles),
      level = (contours.territory || "").split(":")[0];
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.lineJoin = "round";
    c.strokeStyle = palette.halo;
    for (const { place, chief } of ranked(contours, zoom, frame.box))
      board.put(place.name, place, style(place, chief, frame, contours.nation()));
    for (const actor of actors) {
      const away = actor.r / frame.k + 10;
      board.put(actor.text, actor, {
        size: 12.5,
        weight: 500,
        colour: palette.encre,
        offsets: [
          [0, away],
          [0, -away],
          [0, away + 15],
        ],
      });
    }
    if (!contours.places) return;
    const areas = zoom < 7 ? contours.places.regions : zoom < 9.5 ? contours.places.departements : [];
    for (const area of areas) {
      if (level === "departement" && contours.territory.endsWith(`:${area.code}`)) continue; // its title is above the map
      board.put(area.name.toLocaleUpperCase("fr"), area, {
        size: 10.5,
        weight: 500,
        colour: palette.gris,
        spacing: 1.2,
      });
    }
    c.letterSpacing = "0px";
  }

  ess.names = { draw };
})();
