/**
 * Drawing: the two tools that make a zone. While one is in the hand, a sheet lies over the map and takes the pointer
 * (mouse, pen or finger): a press that moves pans the map for the polygon and sets the radius for the circle.
 *
 * Public face: new ess.Drawing(map, options).
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const DEFAULT_RADIUS_M = 5000;
  const LEAST_RADIUS_M = 50,
    MOST_RADIUS_M = 200000;
  const MOST_VERTICES = 100;
  const STILL = 6; // px under which a press has not moved
  const DOUBLE_MS = 400;

  ess.Drawing = class {
    /**
     * @param {L.Map} map
     * @param {{notes: ess.Notes, looks: function(): object, done: function(string): void, changed: function(string|null): void}} options
     *   `done` is given the zone as text; `changed` the tool in the hand, or null
     */
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.tool = null;
      this._onKey = (e) => this._key(e);
      this._redraw = () => this._draw();
    }

    /** Take a tool, or put it down when it already is in the hand. */
    toggle(tool) {
      const again = this.tool === tool;
      this.stop();
      if (!again) this._start(tool);
    }

    _start(tool) {
      const home = this.map.getContainer(),
        touch = matchMedia("(pointer: coarse)").matches,
        { words } = ess;
      this.tool = tool;
      this.points = [];
      this.metres = 0;
      this.last = { time: 0, at: null };
      this.sheet = L.DomUtil.create("canvas", "ess-sheet", home);
      const on = (name, act) => this.sheet.addEventListener(name, (e) => act.call(this, e));
      on("pointerdown", this._down);
      on("pointermove", this._move);
      on("pointerup", this._up);
      on("pointercancel", () => (this.press = null));
      L.DomEvent.on(this.sheet, "click dblclick mousedown touchstart", L.DomEvent.stopPropagation);
      const hint = tool === "circle" ? words.circleHint : touch ? words.polygonHintTouch : words.polygonHint;
      const ways = [{ label: words.cancel, act: () => this.stop(true) }];
      if (tool === "polygon") ways.unshift({ label: words.finish, act: () => this.finish() });
      this.task = this.options.notes.task(hint, ways);
      document.addEventListener("keydown", this._onKey, true);
      this.map.on("move zoom resize", this._redraw);
      this.options.changed(tool);
      home.focus({ preventScroll: true }); // Enter and Escape are for the drawing, not for the button
      this._draw();
    }

    /** @param {boolean} back give the focus back to the map */
    stop(back = false) {
      if (!this.tool) return;
      this.tool = null;
      this.sheet.remove();
      this.task.done();
      document.removeEventListener("keydown", this._onKey, true);
      this.map.off("move zoom resize", this._redraw);
      this.options.changed(null);
      if (back) this.map.getContainer().focus({ preventScroll: true });
    }

    /** Close the polygon, if it has three vertices. */
    finish() {
      if (this.tool !== "polygon" || this.points.length < 3) return;
      const text = ess.sketch.polygon(this.points);
      this.stop(true);
      this.options.done(text);
    }

    _at({ clientX, clientY }) {
      const box = this.sheet.getBoundingClientRect();
      return L.point(clientX - box.left, clientY - box.top);
    }

    _unit(point) {
      const { lat, lng } = this.map.containerPointToLatLng(point);
      return [M.east(lng), M.south(lat)];
    }

    _down(event) {
      if (event.button > 0) return;
      event.preventDefault();
      this.sheet.setPointerCapture(event.pointerId);
      const at = this._at(event);
      this.press = { at, from: at, moved: false };
      if (this.tool === "circle") this.points = [this._unit(at)];
    }

    _move(event) {
      const at = this._at(event);
      this.pointer = this._unit(at);
      if (this.press) {
        this.press.moved = this.press.moved || at.distanceTo(this.press.from) > STILL;
        if (this.press.moved && this.tool === "polygon") this.map.panBy(this.press.at.subtract(at), { animate: false });
        if (this.press.moved && this.tool === "circle") this._radius(at);
        this.press.at = at;
      }
      this._draw();
    }

    _up(event) {
      const press = this.press,
        at = this._at(event);
      this.press = null;
      if (!press) return;
      if (this.tool === "circle") this._endCircle(press.moved);
      else if (!press.moved) this._vertex(at);
    }

    _radius(at) {
      const [x, y] = this.points[0],
        [u, v] = this._unit(at);
      this.metres = Math.max(LEAST_RADIUS_M, Math.min(MOST_RADIUS_M, Math.hypot(u - x, v - y) * M.metresPerUnit(y)));
      this.task.text(ess.words.radius(this.metres));
    }

    _endCircle(moved) {
      const text = ess.sketch.circle(this.points[0], moved ? this.metres : DEFAULT_RADIUS_M);
      this.stop(true);
      this.options.done(text);
    }

    /** Add a vertex; a second press at the same place, or one on the first vertex, closes the polygon. */
    _vertex(at) {
      const near = (other) => other && at.distanceTo(other) < 2 * STILL,
        time = performance.now();
      const first = this.points.length > 2 && near(this._point(this.points[0]));
      const twice = near(this.last.at) && time - this.last.time < DOUBLE_MS;
      this.last = { time, at };
      if (first || twice) {
        this.finish();
        return;
      }
      if (this.points.length < MOST_VERTICES) this.points.push(this._unit(at));
      this.task.text(ess.words.vertices(this.points.length));
      this._draw();
    }

    _point([x, y]) {
      return this.map.latLngToContainerPoint([M.latOf(y), M.lonOf(x)]);
    }

    _key(event) {
      if (event.key === "Escape") this.stop(true);
      else if (event.key === "Enter" && this.tool === "polygon" && !event.target.closest("button")) this.finish();
      else return;
      event.stopPropagation();
      event.preventDefault();
    }

    /** What is drawn so far, the next side following the pointer. */
    _draw() {
      if (!this.tool) return;
      const size = this.map.getSize(),
        ratio = window.devicePixelRatio || 1,
        c = this.sheet.getContext("2d");
      this.sheet.width = size.x * ratio;
      this.sheet.height = size.y * ratio;
      c.scale(ratio, ratio);
      const scale = 256 * 2 ** this.map.getZoom(),
        corner = this.map.project(this.map.containerPointToLatLng([0, 0]));
      const frame = { ...this.options.looks(), scale, ox: corner.x, oy: corner.y };
      const next = this.tool === "polygon" && this.pointer && this.points.length ? [this.pointer] : [];
      ess.sketch.draw(
        c,
        frame,
        { points: [...this.points, ...next], metres: this.tool === "circle" ? this.metres : 0 },
        true,
      );
    }
  };
})();
