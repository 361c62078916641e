/**
 * Ground: land, boundaries, the territory in white paper with its halo and ink line, communes being composed, drawn on
 * one canvas in that order. The sea is the background of the frame.
 *
 * Public face: ess.ground.draw.
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const BLEED = 4; // px around an overview département, so that it meets the finer contour of its neighbour

  /** Add a shape to the current path; vertices closer than a pixel to the last one are left out. */
  function trace(c, { rings }, { scale, ox, oy }) {
    for (const ring of rings) {
      let px = ring[0] * scale - ox, py = ring[1] * scale - oy;
      c.moveTo(px, py);
      for (let i = 2; i < ring.length - 2; i += 2) {
        const x = ring[i] * scale - ox, y = ring[i + 1] * scale - oy;
        if (Math.abs(x - px) + Math.abs(y - py) < 1) continue;
        c.lineTo((px = x), (py = y));
      }
      c.closePath();
    }
  }

  const visible = (list, frame) => list.filter(({ shape }) => M.meets(shape.box, frame.box));

  function pathOf(c, list, frame) {
    c.beginPath();
    for (const { shape } of list) trace(c, shape, frame);
  }

  function stroke(c, list, frame, colour, width) {
    if (!list.length) return;
    pathOf(c, list, frame);
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.stroke();
  }

  function land(c, frame, overview, communes, colour) {
    c.fillStyle = c.strokeStyle = colour;
    c.lineWidth = BLEED;
    pathOf(c, overview, frame);
    c.stroke();
    c.fill();
    pathOf(c, communes, frame);
    c.lineWidth = 1; // closes the hair between two départements
    c.stroke();
    c.fill();
  }

  /** The chosen territory: paper, inner lines, highlighter, ink. */
  function territory(c, frame, outline, communes, departements) {
    const { palette, k, online } = frame, whole = [{ shape: outline }];
    if (!M.meets(outline.box, frame.box)) return;
    if (!online) {
      pathOf(c, whole, frame);
      c.fillStyle = palette.dedans;
      c.fill("evenodd");
    }
    stroke(c, departements, frame, palette.limite, 1 * k);
    stroke(c, communes, frame, online ? palette.gris : palette.limite, (online ? 0.5 : 1) * k);
    stroke(c, whole, frame, palette.surligneur, 8 * k);
    stroke(c, whole, frame, palette.encre, 1.8 * k);
  }

  /** Communes composed so far, and the one under the pointer. */
  function composed(c, frame, communes, { composition, hovered }) {
    const { palette, k } = frame, chosen = communes.filter(({ code }) => composition.has(code));
    pathOf(c, chosen, frame);
    c.fillStyle = palette.surligneur;
    c.globalAlpha = frame.online ? 0.6 : 1;
    c.fill();
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
    const { palette, k, online } = frame, outline = contours.outline, nation = !outline;
    const communes = visible(contours.shown(), frame);
    const overview = visible(contours.departements, frame).filter(({ code }) => !contours.detailed(code));
    c.lineJoin = "round";
    if (!online) land(c, frame, overview, communes, nation && !contours.territory ? palette.dedans : palette.terre);
    if (!online) stroke(c, overview, frame, nation ? palette.limite : palette.limite_dehors, 0.8 * k);
    if (!online) stroke(c, communes.filter(({ member }) => !member), frame, nation ? palette.limite : palette.limite_dehors, 0.6 * k);
    if (outline) {
      const inner = overview.filter((d) => M.inside(outline, d.x, d.y));
      territory(c, frame, outline, communes.filter(({ member }) => member), inner);
    }
    composed(c, frame, communes, composing);
  }

  ess.ground = { draw, trace };
})();
