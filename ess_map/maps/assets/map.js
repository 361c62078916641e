/**
 * Map: puts the parts together. Python calls three functions: create and mount once, show at each rerun.
 *
 * Public face: essMap.create(id), essMap.mount(map, options), essMap.show(state); for tests essMap.layer, essMap.state.
 */
(function () {
  "use strict";

  const { words } = ess;
  const MARGIN = 18; // px around a fitted territory
  const NARROW = 520; // px under which the buttons lie in a row above the territory
  const ABOVE = 54,
    BELOW = 100; // px that these rows take
  const { create, prepare, keepFitted, box } = ess.frame;

  /** Everything that lives in one map; each part knows the others through this object only. */
  class Desk {
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.home = prepare(map, words.frame, words.loading);
      this.notes = new ess.Notes(this.home);
      this.label = new ess.Label(this.home);
      this.messages = new ess.Messages();
      this.ground();
      this.people();
      this.tools();
      this.state = new ess.State({
        ...this,
        version: options.acteurs,
        dress: (mode, projection) => this.dress(mode, projection),
      });
      this.hands();
      this.start();
    }

    /** Boundaries, the layer that draws, the communes being composed. */
    ground() {
      this.contours = new ess.Contours(`/contours/${this.options.contours}/`, {
        failed: (again) => this.notes.mend(words.groundLost, again),
        changed: () => {
          this.layer.groundChanged();
          if (this.state.now) this.state.furnish();
        },
      });
      this.composing = new ess.Composing(this.contours, {
        label: this.label,
        redraw: () => this.layer.redraw("ground"),
        tell: (code) => this.state.composed(code),
        hint: () => this.notes.say(words.composeHint),
      });
      const actors = new ess.Actors(this.options.familles.length);
      this.layer = new ess.Layer({
        contours: this.contours,
        actors,
        composing: this.composing,
        streetNames: new ess.StreetNames(`/acteurs/${this.options.acteurs}/noms`, () => this.layer.redraw("names")),
        obstacles: () => this.controls.obstacles(),
      });
      this.fit = keepFitted(this.map, this.home, (bounds) => this.room(bounds));
    }

    /** What a fitted territory leaves free around it: a narrow frame has its buttons above, and below when France is shown. */
    room(bounds) {
      const k = this.layer.looks.k,
        margin = MARGIN * k,
        narrow = this.home.clientWidth <= NARROW;
      if (!narrow && this.state.now && this.state.now.projection) return this.besideLegend(bounds, margin, k);
      const below = narrow && this.contours.nation() ? BELOW * k : margin;
      return { paddingTopLeft: [margin, narrow ? ABOVE * k : margin], paddingBottomRight: [margin, below] };
    }

    /** A room reads the legend too: a projected territory is fitted at its right or above it, where it is larger. */
    besideLegend(bounds, margin, k) {
      const [width, height] = this.controls.legendSize(k),
        zoom = (x, y) => this.map.getBoundsZoom(box(bounds), false, L.point(x + 2 * margin, y + 2 * margin)),
        right = zoom(width, 0) >= zoom(0, height + 34 * k); // the scale is under it
      return {
        paddingTopLeft: [right ? margin + width : margin, margin],
        paddingBottomRight: [margin, right ? margin : margin + height + 34 * k],
      };
    }

    /** Hovering and choosing actors. */
    people() {
      this.list = new ess.PlaceList(this.home, {
        address: `/acteurs/${this.options.acteurs}/noms`,
        choose: (row) => this.state.choose(row),
        symbol: (family, size) => ess.sign(family, size, this.layer.looks),
      });
      this.choosing = new ess.Choosing(this.map, this.layer, {
        label: this.label,
        list: this.list,
        version: this.options.acteurs,
        families: this.options.familles,
        choose: (row) => this.state.choose(row),
      });
    }

    /** Drawing, basemaps, buttons. */
    tools() {
      this.drawing = new ess.Drawing(this.map, {
        notes: this.notes,
        looks: () => this.layer.looks,
        done: (zone) => this.state.drawn(zone),
        changed: (tool) => this.controls.tool(tool),
      });
      this.tiles = new ess.Tiles(this.map, {
        allowed: this.options.tuiles,
        changed: (online) => {
          this.layer.online = online;
          this.controls.fond(online ? this.tiles.fond : "hors_ligne");
          this.layer.redraw();
        },
        silent: () => this.notes.say(words.tilesSilent),
      });
      this.controls = new ess.Controls(this.map, {
        families: this.options.familles,
        recentre: () => this.fit(this.state.now ? this.state.now.bounds : this.options.fit),
        tool: (name) => this.drawing.toggle(name),
        erase: () => this.state.drawn(""),
        go: (box) => this.go(box),
        screen: () => this.gestures.adapt(),
      });
    }

    /** Mouse, finger, keyboard. */
    hands() {
      this.gestures = new ess.Gestures(this.map, {
        notes: this.notes,
        free: () => this.controls.full() || !!(this.state.now && this.state.now.projection),
        hover: (point, latlng, touch) =>
          this.composing.active ? this.composing.hover(latlng, point) : this.choosing.hover(point, touch),
        leave: () => {
          this.composing.leave();
          this.choosing.leave();
        },
        click: (point, latlng, touch, reach) => {
          if (this.composing.active) this.composing.click(latlng);
          else if (touch) this.choosing.touch(point);
          else this.choosing.click(point, reach);
        },
        escape: () => this.list.close(true) || (this.state.now.row >= 0 && this.state.choose(-1)),
      });
    }

    start() {
      this.dress("clair", false);
      this.layer.addTo(this.map);
      this.map.on("moveend", () => this.state.summarise());
      this.map.on("movestart zoomstart", () => this.list.close(false));
      this.contours.start();
      this.state.start();
      ess.palette.font().then(
        () => this.layer.redraw("names", "actors"),
        () => {},
      ); // without it, the font of the system
      setTimeout(() => this.messages.catchUp()); // once streamlit-folium has finished with this script
    }

    /** Put on the colours of a mode and the size of signs. */
    dress(mode, projection) {
      const { palette, k } = ess.frame.dress(mode, projection);
      this.controls.dress({ k });
      this.layer.dress({ palette, k });
      if (this.state.now) this.state.furnish();
      this.gestures.adapt();
    }

    /** Show a box of the unit square. */
    go([west, north, east, south]) {
      const { lonOf, latOf } = ess.mercator;
      this.map.fitBounds(box([lonOf(west), latOf(south), lonOf(east), latOf(north)]), { animate: false });
    }
  }

  /** Called once, when the frame is born. */
  function mount(map, options) {
    const { layer, state, choosing, drawing, tiles } = new Desk(map, options);
    Object.assign(window.essMap, { layer, state, choosing, drawing, tiles });
  }

  window.essMap = { create, mount, show: (state) => window.essMap.state.show(state) };
})();
