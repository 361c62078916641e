/**
 * Theme layer: draws a choropleth. Order: sea, land, neighbours, territory in its classes, inner lines, halo, ink, names.
 *
 * Public face: ess.ThemeLayer; for tests its `stats`.
 */
(function () {
  "use strict";

  const G = ess.ground;
  const NO_ACTORS = { actors: { stats: {} }, composing: { composition: [] }, streetNames: { of: () => [] } };
  const MANY = 500; // parts above which inner lines are thinner

  ess.ThemeLayer = ess.Layer.extend({
    /** @param {{contours: ess.ThemeGround, obstacles: function(): DOMRect[]}} parts */
    initialize({ contours, obstacles }) {
      ess.Layer.prototype.initialize.call(this, { contours, obstacles, ...NO_ACTORS });
      this.theme = null;
      this.chosen = "";
      this.hovered = null;
    },

    /** Paint another theme over the same parts: nothing is mounted nor measured again. */
    paint(theme) {
      this.theme = theme;
      this.redraw("ground");
    },

    _draw() {
      const started = performance.now(), dirty = this._dirty;
      this._dirty = new Set();
      this.frame = this._frame({ x: this.frame.width, y: this.frame.height });
      if (dirty.has("ground")) {
        this._ground();
        this._noted();
      }
      if (dirty.has("names")) this._names();
      this.stats.draw = performance.now() - started;
      this.stats.draws = (this.stats.draws || 0) + 1;
    },

    /** Note when other classes were shown: what a restyle lasts. */
    _noted() {
      const marks = this.theme && this.theme.marques;
      if (marks && marks !== this.stats.marks) Object.assign(this.stats, { marks, restyled: Date.now() });
    },

    _ground() {
      const c = this._context("ground"), { frame, contours, theme } = this, { palette, k } = frame, outline = contours.outline;
      G.country(c, frame, contours, palette.terre, palette.limite_dehors);
      const parts = G.visible(contours.parts, frame), width = (contours.parts.length > MANY ? 0.35 : 0.9) * k;
      if (theme) {
        for (const [mark, list] of grouped(parts, theme)) G.fill(c, list, frame, ess.shade.style(c, mark, theme, frame));
        G.stroke(c, parts, frame, palette.limite, width);
      }
      if (outline) {
        const whole = [{ shape: outline }];
        G.stroke(c, whole, frame, palette.surligneur, 6 * k);
        G.stroke(c, whole, frame, palette.encre, 1.8 * k);
      }
      this._marked(c, contours.byCode && contours.byCode.get(this.chosen), palette.surligneur, 7 * k);
      this._marked(c, this.hovered, null, 0);
    },

    /** The part that is chosen or pointed at: an ink line, with a halo for the chosen one. */
    _marked(c, part, halo, width) {
      if (!part) return;
      if (halo) G.stroke(c, [part], this.frame, halo, width);
      G.stroke(c, [part], this.frame, this.frame.palette.encre, 2.4 * this.frame.k);
    },
  });

  function grouped(parts, theme) {
    const groups = new Map();
    for (const part of parts) {
      const mark = theme.markOf(part.code);
      if (!groups.has(mark)) groups.set(mark, []);
      groups.get(mark).push(part);
    }
    return groups;
  }
})();
