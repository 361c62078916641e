/**
 * Ground: land, boundaries, the territory in white paper with its halo and ink line, communes being composed, drawn on
 * one canvas in that order. The sea is the background of the frame.
 *
 * Public face: ess.ground.draw; for other grounds .country, .each, .fill, .stroke, .trace, .visible.
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const ABROAD = ess.ABROAD.map((points) => ({ shape: M.shape({ type: "Polygon", coordinates: [points] }) }));
  const BLEED = 4; // px around an overview département, so that it meets the finer contour of its neighbour

  /** Add a shape to the current path; vertices closer than a pixel to the last one are left out. */
  function trace(c, { rings }, { scale, ox, oy }) {
    for (const ring of rings) {
      let px = ring[0] * scale - ox,
        py = ring[1] * scale - oy;
      c.moveTo(px, py);
      for (let i = 2; i < ring.length - 2; i += 2) {
        const x = ring[i] * scale - ox,
          y = ring[i + 1] * scale - oy;
        if (Math.abs(x - px) + Math.abs(y - py) < 1) continue;
        c.lineTo((px = x), (py = y));
      }
      c.closePath();
    }
  }

  const visible = (list, frame) => list.filter(({ shape }) => M.meets(shape.box, frame.box));

  /** One path a shape: a path of a thousand shapes takes the browser ten times as long. */
  function each(c, list, frame, paint) {
    for (const { shape } of list) {
      c.beginPath();
      trace(c, shape, frame);
      paint();
    }
  }

  function stroke(c, list, frame, colour, width) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    each(c, list, frame, () => c.stroke());
  }

  function fill(c, list, frame, colour) {
    c.fillStyle = colour;
    each(c, list, frame, () => c.fill("evenodd"));
  }

  /** Land of the neighbour countries (a sketch), of the départements, of the communes where they stand for them. */
  function land(c, frame, abroad, overview, communes, colour) {
    fill(c, abroad, frame, frame.palette.etranger);
    stroke(c, overview, frame, colour, BLEED);
    fill(c, overview, frame, colour);
    fill(c, communes, frame, colour);
  }

  /** The chosen territory: paper, inner lines, highlighter, ink. */
  function territory(c, frame, outline, communes, departements) {
    const { palette, k, online } = frame,
      whole = [{ shape: outline }];
    if (!M.meets(outline.box, frame.box)) return;
    if (!online) fill(c, whole, frame, palette.dedans);
    stroke(c, departements, frame, palette.limite, 1 * k);
    stroke(c, communes, frame, online ? palette.gris : palette.limite, (online ? 0.5 : 1) * k);
    stroke(c, whole, frame, palette.surligneur, 8 * k);
    stroke(c, whole, frame, palette.encre, 1.8 * k);
  }

  /** Communes composed so far, and the one under the pointer. */
  function composed(c, frame, communes, { composition, hovered }) {
    const { palette, k } = frame,
      chosen = communes.filter(({ code }) => composition.has(code));
    c.globalAlpha = frame.online ? 0.6 : 1;
    fill(c, chosen, frame, palette.surligneur);
    c.globalAlpha = 1;
    stroke(c, chosen, frame, palette.encre, 1.4 * k);
    if (hovered) stroke(c, [hovered], frame, palette.encre, 2.4 * k);
  }

  /**
   * @param {CanvasRenderingContext2D} c
   * @param {object} frame see layer.js
   * @param {ess.Contours} contours
   * @param {{composition: Set<string>, hovered: object|null}} composing
   */
  function draw(c, frame, contours, composing) {
    const { palette, k, online } = frame,
      outline = contours.outline,
      nation = contours.nation();
    const communes = visible(contours.shown(), frame);
    const overview = visible(contours.departements, frame).filter(({ code }) => !contours.detailed(code));
    c.lineJoin = "round";
    if (!online) {
      const line = nation ? palette.limite : palette.limite_dehors;
      land(
        c,
        frame,
        visible(ABROAD, frame),
        overview,
        communes.filter(({ member }) => !member),
        nation ? palette.dedans : palette.terre,
      );
      stroke(c, overview, frame, line, 0.8 * k);
      stroke(
        c,
        communes.filter(({ member }) => !member),
        frame,
        line,
        0.6 * k,
      );
    }
    if (outline) {
      const inner = overview.filter((d) => M.inside(outline, d.x, d.y));
      territory(
        c,
        frame,
        outline,
        communes.filter(({ member }) => member),
        inner,
      );
    }
    composed(c, frame, communes, composing);
  }

  /** The country alone, under something else: neighbour countries, départements. */
  function country(c, frame, contours, colour, line) {
    const overview = visible(contours.departements, frame);
    c.lineJoin = "round";
    land(c, frame, visible(ABROAD, frame), overview, [], colour);
    stroke(c, overview, frame, line, 0.8 * frame.k);
  }

  ess.ground = { country, draw, each, fill, stroke, trace, visible };
})();
