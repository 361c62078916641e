/**
 * Shade: what stands for a class or for the lack of one. Classes are shades of the lagoon ramp (ochre under 0), a fragile value
 * is ruled with pale lines; « aucun acteur » is hatched, « secret » stippled, « sans donnée » dashed, all on paper.
 *
 * Public face: ess.shade.of(mark, theme, looks), .style(c, mark, theme, looks), .swatch(mark, theme, looks).
 */
(function () {
  "use strict";

  // Steps of the ramp for 1 to 5 classes: as far apart as can be, the first one never as pale as the paper.
  const STEPS = [[6], [2, 7], [1, 4, 7], [1, 3, 6, 8], [1, 3, 5, 7, 9]];
  const TILE = 8; // px
  const tiles = new Map();

  const fragile = (mark) => mark >= "A" && mark <= "E";
  const classOf = (mark) => (fragile(mark) ? mark.charCodeAt(0) - 65 : Number(mark));

  /** Colour of a class; classes wholly under 0 take the ochre ramp, the darkest the furthest. */
  function colour(index, { bornes }, { palette }) {
    const zero = bornes.indexOf(0);
    if (zero < 0) return palette.lagon[STEPS[bornes.length][index]];
    const below = zero + 1, above = bornes.length - zero;
    if (index < below) return palette.ocre[[[2], [0, 3], [0, 2, 4], [0, 1, 3, 4]][below - 1][index]];
    return palette.lagon[STEPS[above - 1][index - below]];
  }

  const MARKS = {
    a(c, { palette }) {
      lines(c, palette.gris, 0.55, 1.1, [[-2, 2, 2, -2], [-2, 10, 10, -2], [6, 10, 10, 6]]);
    },
    s(c, { palette }) {
      c.fillStyle = palette.gris;
      for (const [x, y] of [[2, 2], [6, 6]]) {
        c.beginPath();
        c.arc(x, y, 0.95, 0, 2 * Math.PI);
        c.fill();
      }
    },
    n(c, { palette }) {
      lines(c, palette.gris, 0.75, 1.1, [[0.5, 2, 4.5, 2], [4.5, 6, 8, 6], [0, 6, 0.5, 6]]);
    },
  };

  function lines(c, colour, alpha, width, list) {
    c.globalAlpha = alpha;
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.beginPath();
    for (const [x, y, u, v] of list) {
      c.moveTo(x, y);
      c.lineTo(u, v);
    }
    c.stroke();
    c.globalAlpha = 1;
  }

  /** A tile of a pattern, drawn once for a look. */
  function tile(key, looks, paint) {
    const ratio = window.devicePixelRatio || 1, name = [key, looks.palette.encre, looks.k, ratio].join();
    if (!tiles.has(name)) {
      const canvas = document.createElement("canvas"), c = canvas.getContext("2d");
      canvas.width = canvas.height = Math.round(TILE * looks.k * ratio);
      c.scale(canvas.width / TILE, canvas.width / TILE);
      paint(c);
      tiles.set(name, canvas);
    }
    return { canvas: tiles.get(name), ratio };
  }

  function pattern(c, key, looks, paint) {
    const { canvas, ratio } = tile(key, looks, paint), made = c.createPattern(canvas, "repeat");
    made.setTransform(new DOMMatrix().scale(1 / ratio));
    return made;
  }

  /** What to fill a mark with: a colour or a pattern. */
  function style(c, mark, theme, looks) {
    const ground = (tileContext, colour) => {
      tileContext.fillStyle = colour;
      tileContext.fillRect(0, 0, TILE, TILE);
    };
    if (MARKS[mark])
      return pattern(c, mark, looks, (t) => {
        ground(t, looks.palette.dedans);
        MARKS[mark](t, looks);
      });
    const shade = colour(classOf(mark), theme, looks);
    if (!fragile(mark)) return shade;
    return pattern(c, `fragile ${shade}`, looks, (t) => {
      ground(t, shade);
      lines(t, looks.palette.papier, 0.55, 1, [[0, 2, 8, 2], [0, 6, 8, 6]]);
    });
  }

  /** A rectangle filled with a mark, for a legend. */
  function swatch(mark, theme, looks) {
    const canvas = document.createElement("canvas"), ratio = window.devicePixelRatio || 1, c = canvas.getContext("2d");
    const [width, height] = [26 * looks.k, 16 * looks.k];
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.setAttribute("aria-hidden", "true");
    c.scale(ratio, ratio);
    c.fillStyle = style(c, mark, theme, looks);
    c.strokeStyle = looks.palette.bord;
    c.fillRect(0, 0, width, height);
    c.strokeRect(0.5, 0.5, width - 1, height - 1);
    return canvas;
  }

  ess.shade = { colour, style, swatch, classOf, fragile };
})();
