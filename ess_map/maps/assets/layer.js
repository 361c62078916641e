/**
 * Layer: the one Leaflet layer of the map. Three canvases, larger than the view, moved by the browser while panning and
 * drawn again at its end: ground, names, actors. Knows how to draw; what to draw is told by the others.
 *
 * Public face: ess.Layer, and for tests its `data`, `stats` and `at(row)`.
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const CANVASES = ["ground", "names", "actors"];

  ess.Layer = L.Renderer.extend({
    options: { padding: 0.15, pane: "ess-layer" },

    /**
     * @param {{contours: ess.Contours, actors: ess.Actors, composing: ess.Composing, streetNames: ess.StreetNames,
     *   obstacles: function(): DOMRect[]}} parts
     */
    initialize(parts) {
      L.Renderer.prototype.initialize.call(this);
      Object.assign(this, parts);
      this.looks = { palette: ess.palette.of("clair"), k: 1 };
      this.online = false;
      this.zone = null;
      this.chosen = -1;
      this.items = [];
      this.stats = this.actors.stats;
      this._dirty = new Set();
    },

    // ------------------------------------------------------------ life in the map

    _initContainer() {
      this._container = L.DomUtil.create("div", "ess-layer");
      this._container.setAttribute("aria-hidden", "true");
      this.canvas = {};
      for (const name of CANVASES) this.canvas[name] = L.DomUtil.create("canvas", "", this._container);
    },

    getEvents() {
      return { ...L.Renderer.prototype.getEvents.call(this), move: this._onPan };
    },

    _updatePaths() {}, // Leaflet asks every renderer; ours has no path

    /** Leaflet calls this after every move: place the canvases and draw. */
    _update() {
      if (this._map._animatingZoom && this._bounds) return; // the end of the animation draws again
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this.frame = this._frame(size);
      this.contours.look(this._view(), this.frame.zoom, [...this.composing.composition]);
      this._dirty = new Set(CANVASES);
      this._draw();
    },

    /** While dragging, redraw only when the edge of the canvases comes into view. */
    _onPan() {
      if (this._map._animatingZoom || !this._bounds) return;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      if (!this._bounds.contains(L.bounds(corner, corner.add(this._map.getSize())))) this._update();
    },

    /** From units to canvas pixels: `x * scale - ox`; and what every drawing needs to know. */
    _frame(size) {
      const zoom = this._map.getZoom(),
        scale = 256 * 2 ** zoom,
        origin = this._map.getPixelOrigin().add(this._bounds.min);
      const box = [origin.x / scale, origin.y / scale, (origin.x + size.x) / scale, (origin.y + size.y) / scale];
      return {
        zoom,
        scale,
        ox: origin.x,
        oy: origin.y,
        width: size.x,
        height: size.y,
        box,
        online: this.online,
        ...this.looks,
      };
    },

    /** Box of what the visitor sees, in units. */
    _view() {
      const b = this._map.getBounds();
      return M.boxOf([b.getWest(), b.getSouth(), b.getEast(), b.getNorth()]);
    },

    // ------------------------------------------------------------ asked by the others

    /** Draw some canvases at the next frame of the screen; all of them without argument. */
    redraw(...names) {
      if (!this._map) return;
      if (!this._dirty.size)
        requestAnimationFrame(() => this._map && this._bounds && !this._map._animatingZoom && this._draw());
      for (const name of names.length ? names : CANVASES) this._dirty.add(name);
    },

    /** The ground has come, or something of it: ask for what the view wants now, draw. */
    groundChanged() {
      if (!this.frame) return;
      this.contours.look(this._view(), this.frame.zoom, [...this.composing.composition]);
      this.redraw("ground", "names");
    },

    /** @param {{palette: object, k: number}} looks */
    dress(looks) {
      this.looks = looks;
      this.redraw();
    },

    /** Number of actors that a visitor sees now. */
    seen() {
      return this.actors.count ? this.actors.within(this._view()) : 0;
    },

    /**
     * What lies under a point of the container, or null.
     * @param {L.Point} point
     * @param {number} least radius of the finger, px
     */
    hit(point, least = 0) {
      if (!this.index) return null;
      return this.index.find(this._map.containerPointToLayerPoint(point).subtract(this._bounds.min), least);
    },

    /** Centre of an item in the container. */
    placeOf({ x, y }) {
      return this._map.layerPointToContainerPoint(L.point(x, y).add(this._bounds.min));
    },

    /** Position of a row. */
    at(row) {
      const { x, y } = this.data,
        u = ess.columns.UNIT;
      return L.latLng(M.latOf(y[row] * u), M.lonOf(x[row] * u));
    },

    // ------------------------------------------------------------ drawing

    _context(name) {
      const canvas = this.canvas[name],
        ratio = window.devicePixelRatio || 1,
        { width, height } = this.frame;
      canvas.width = Math.round(width * ratio); // also clears
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      const c = canvas.getContext("2d");
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      return c;
    },

    _draw() {
      const started = performance.now(),
        dirty = this._dirty,
        size = { x: this.frame.width, y: this.frame.height };
      this._dirty = new Set();
      this.frame = this._frame(size);
      if (dirty.has("ground")) this._ground();
      if (dirty.has("actors")) {
        const { ox, oy, width, height } = this.frame;
        const window = ess.clusters.window({ min: { x: ox, y: oy }, max: { x: ox + width, y: oy + height } });
        this.items = this.actors.items(this.frame, window);
        this.index = new ess.HitIndex(this.items, size);
        this.actors.draw(this._context("actors"), this.frame, this.items, this.chosen);
        this.stats.items = this.items.length;
      }
      if (dirty.has("names")) this._names();
      this.stats.draw = performance.now() - started;
      this.stats.draws = (this.stats.draws || 0) + 1;
    },

    /** The four sides of the view: no name is cut by them. */
    _edges() {
      const { x, y } = this._map.getSize(),
        side = (left, top, right, bottom) => ({ left, top, right, bottom });
      return [side(0, 0, 1, y), side(x - 1, 0, x, y), side(0, 0, x, 1), side(0, y - 1, x, y)];
    },

    _ground() {
      const c = this._context("ground");
      ess.ground.draw(c, this.frame, this.contours, this.composing);
      if (this.zone) ess.sketch.draw(c, this.frame, this.zone);
    },

    /** Names leave room to actors and to what lies above the map. */
    _names() {
      const c = this._context("names"),
        margin = this.frame.k;
      if (this.online) return; // the online basemap has its own
      const boxes = this.items.map(({ x, y, r }) => [x - r - margin, y - r - margin, x + r + margin, y + r + margin]);
      const shift = this._map.containerPointToLayerPoint([0, 0]).subtract(this._bounds.min);
      for (const { left, top, right, bottom } of [...this.obstacles(), ...this._edges()])
        boxes.push([left + shift.x, top + shift.y, right + shift.x, bottom + shift.y]);
      ess.names.draw(c, this.frame, this.contours, boxes, this.streetNames.of(this.items, this.frame));
    },
  });
})();
