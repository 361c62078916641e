/**
 * Choosing: what a hover, a click, Enter or a long press does to actors; names are asked for one at a time.
 *
 * Public face: new ess.Choosing(map, layer, options).
 */
(function () {
  "use strict";

  const FINGER = 22; // px, radius of a touch
  const ZOOMS = [13, 15, 17]; // tried, in turn, to show a chosen actor alone
  const STEP = 4; // a click on a cluster zooms in by at most this much
  const NAMES_KEPT = 500;

  ess.Choosing = class {
    /**
     * @param {L.Map} map
     * @param {ess.Layer} layer
     * @param {{label: ess.Label, list: ess.PlaceList, version: string, families: string[], choose: function(number): void}} options
     *   `choose` is given a row, or -1
     */
    constructor(map, layer, options) {
      this.map = map;
      this.layer = layer;
      this.options = options;
      this.names = new Map();
      this.hovered = null;
    }

    // ------------------------------------------------------------ hover

    /** @returns {boolean} whether something lies there */
    hover(point, touch = false) {
      const found = this.layer.hit(point, touch ? FINGER : 0);
      if (!found) this.leave();
      else if (found !== this.hovered) this._name(found);
      return !!found;
    }

    leave() {
      this.hovered = null;
      this.options.label.hide();
    }

    _name(item) {
      this.hovered = item;
      if (item.n > 1) {
        this._write(item, [item.places > 1 ? ess.actors(item.n) : ess.words.opened(item.n, item.centre), ...this._families(item)]);
        return;
      }
      const known = this.names.get(item.row);
      if (known) this._write(item, [known.nom, ...known.lignes]);
      else this._ask(item);
    }

    _ask(item) {
      fetch(`/acteur/${item.row}?v=${this.options.version}`)
        .then((r) => (r.ok ? r.json() : Promise.reject(new Error(String(r.status)))))
        .then((actor) => {
          if (this.names.size > NAMES_KEPT) this.names.clear();
          this.names.set(item.row, actor);
          if (this.hovered === item) this._write(item, [actor.nom, ...actor.lignes]);
        })
        .catch(() => {}); // no name, no label: the click still tells
    }

    _families(item) {
      const shares = [...this.layer.actors.shares(item)].map((n, family) => [n, family]).filter(([n]) => n);
      return shares
        .sort(([a], [b]) => b - a)
        .map(([n, family]) => `${this.options.families[family]}\u00a0: ${ess.number(n)}`);
    }

    _write(item, lines) {
      this.options.label.show(lines, this.layer.placeOf(item), item.r + 8);
    }

    // ------------------------------------------------------------ click

    /** @param {number} reach px around the point within which an item answers */
    click(point, reach = 0) {
      const found = this.layer.hit(point, reach),
        closed = this.options.list.close(false);
      this.leave();
      if (found) this._take(found);
      else if (!closed && this.layer.chosen >= 0) this.options.choose(-1); // empty ground only matters when something was chosen
    }

    touch(point) {
      this.click(point, FINGER);
    }

    _take(item) {
      if (item.n === 1) this.options.choose(item.row);
      else if (item.places === 1) this._list(item);
      else this._open(item);
    }

    _list(item) {
      const rows = this.layer.actors.rowsOf(item, 200);
      const title = ess.words.opened(item.n, item.places === 1 && item.centre);
      this.options.list.open(rows, item.n, title, this.layer.chosen, this.layer.placeOf(item));
    }

    /** Zoom to what a cluster holds; list it when no zoom can part it. */
    _open(item) {
      const map = this.map,
        bounds = L.latLngBounds(this.layer.actors.rowsOf(item).map((row) => this.layer.at(row)));
      const most = map.getMaxZoom(),
        wide = map.project(bounds.getNorthWest(), most).distanceTo(map.project(bounds.getSouthEast(), most));
      if (map.getZoom() >= most || wide < 2 * ess.symbols.RADIUS * this.layer.looks.k) {
        this._list(item);
        return;
      }
      const zoom = Math.max(
        map.getZoom() + 1,
        Math.min(map.getBoundsZoom(bounds, false, L.point(40, 40)), map.getZoom() + STEP),
      );
      map.setView(bounds.getCenter(), Math.min(zoom, most));
    }

    // ------------------------------------------------------------ chosen elsewhere

    /** Bring a row into view, at a zoom where it is not lost in a cluster; the map does not fly. */
    reveal(row) {
      const { layer, map } = this,
        actors = layer.actors;
      if (!layer.data || row < 0 || row >= layer.data.n) return;
      const at = layer.at(row),
        place = actors.placeOf(row);
      const alone = (zoom) => {
        const point = map.project(at, zoom),
          reach = { min: point.subtract([256, 256]), max: point.add([256, 256]) };
        const holder = actors
          .groups(zoom, ess.clusters.window(reach), layer.looks.k)
          .find((group) => ess.clusters.holds(group, place));
        return !holder || holder.places === 1;
      };
      const here = map.getZoom();
      if (map.getBounds().pad(-0.05).contains(at) && alone(here)) return;
      const zoom =
        [here, ...ZOOMS.filter((z) => z > here)].find((z) => z >= 11 && alone(z)) || Math.max(here, ZOOMS[2]);
      map.setView(at, zoom, { animate: false });
    }
  };
})();
