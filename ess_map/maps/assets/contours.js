/**
 * Contours: the boundaries held by the map. Départements at once, the communes of the départements in view when zoomed
 * in, the outline of the territory. Fetches, keeps, tells; draws nothing.
 *
 * Public face: new ess.Contours(address, changed), ess.feature(geojson).
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const COMMUNES_FROM_ZOOM = 9;
  const COMMUNES_FROM_ZOOM_IN_SMALL = 8; // when the territory is smaller than a région
  const AT_MOST = 6; // départements whose communes are wanted at once
  const KEPT = 16; // and kept in memory
  const PATIENCE_MS = 150;
  const WIDE = new Set(["region", "france"]);

  ess.Contours = class {
    /**
     * @param {string} address `/contours/<version>/`
     * @param {{changed: function(): void, failed: function(function): void}} tell called when something came, or did not;
     *   `failed` is given what asks for it again
     */
    constructor(address, tell) {
      this.address = address;
      this.tell = tell;
      this.departements = [];
      this.places = null;
      this.communes = new Map(); // code of the département -> communes, or null while it loads
      this.wanted = [];
      this.lost = []; // what to ask for again
      this.outline = null;
      this.territory = null;
    }

    /** Fetch what every view needs. */
    start() {
      this._json("apercu-departements.geojson").then(
        (data) => {
          this.departements = data.features.map(feature);
          this.tell.changed();
        },
        () => this._failed(() => this.start()),
      );
      if (!this.places)
        this._json("lieux.json").then(
          (data) => {
            this.places = readPlaces(data);
            this._mark();
            if (this.departements.length) this.tell.changed(); // else they bring it
          },
          () => {},
        ); // names are a comfort: the map says nothing when they are missing
    }

    _json(name) {
      return fetch(this.address + name).then((r) =>
        r.ok ? r.json() : Promise.reject(new Error(`${r.status} ${name}`)),
      );
    }

    /** Outline another territory, or none. */
    choose(reference) {
      if (reference === this.territory) return;
      this.territory = reference;
      this.outline = null;
      this._mark();
      if (!this.nation()) this._fetchOutline(reference);
      if (this.departements.length) this.tell.changed();
    }

    _fetchOutline(reference) {
      this._json(`contour.geojson?territoire=${encodeURIComponent(reference)}`).then(
        (data) => {
          if (this.territory !== reference) return; // the visitor has moved on
          const shapes = (data.features || [data]).map((f) => M.shape(f.geometry || f));
          this.outline = { rings: shapes.flatMap((s) => s.rings), box: around(shapes) };
          this._mark();
          if (this.departements.length) this.tell.changed(); // else they bring it
        },
        () => this.territory === reference && this._failed(() => this._fetchOutline(reference)),
      );
    }

    /** Several files may fail at once: one sentence, one button, which asks for them all. */
    _failed(again) {
      this.lost.push(again);
      this.tell.failed(() => this.lost.splice(0).forEach((ask) => ask()));
    }

    /** Whether the whole country is shown. */
    nation() {
      return !this.territory || this.territory === "france:FR";
    }

    /** Tell each commune and town whether it belongs to the territory. */
    _mark() {
      for (const list of this.communes.values()) if (list) this._markList(list);
      if (this.places) this._markList(this.places.towns);
    }

    _markList(list) {
      const outline = this.outline;
      for (const place of list) place.member = !!outline && M.inside(outline, place.x, place.y);
    }

    /**
     * Want the communes of the départements in view, the nearest to its centre first.
     * @param {number[]} box units
     * @param {number} zoom
     * @param {string[]} others codes of communes wanted whatever the view
     */
    look(box, zoom, others = []) {
      const [level, code] = (this.territory || "france:FR").split(":"),
        middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      const from = WIDE.has(level) ? COMMUNES_FROM_ZOOM : COMMUNES_FROM_ZOOM_IN_SMALL;
      const far = ({ shape: { box: b } }) => Math.hypot((b[0] + b[2]) / 2 - middle[0], (b[1] + b[3]) / 2 - middle[1]);
      const near = this.departements.filter((d) => M.meets(d.shape.box, box)).sort((a, b) => far(a) - far(b));
      const wanted = new Set(others.map(departementOf));
      if (zoom >= from) near.slice(0, AT_MOST).forEach((d) => wanted.add(d.code));
      if (level === "departement") wanted.add(code);
      this.wanted = [...wanted].slice(0, AT_MOST + 2);
      for (const departement of this.wanted) this._load(departement);
      for (const kept of [...this.communes.keys()])
        if (this.communes.size > KEPT && !wanted.has(kept)) this.communes.delete(kept);
    }

    _load(departement) {
      if (this.communes.has(departement) || !/^(\d\d|2[AB]|97\d)$/.test(departement)) return;
      this.communes.set(departement, null);
      this._json(`communes-${departement}.geojson`).then(
        (data) => {
          const list = data.features.map(feature);
          this._markList(list);
          this.communes.set(departement, list);
          this._came();
        },
        () => this.communes.delete(departement),
      ); // asked again at the next move
    }

    /** Several départements come one after another: draw when all are there, or after a moment. */
    _came() {
      clearTimeout(this.timer);
      const waiting = this.wanted.some((code) => this.communes.get(code) === null);
      if (waiting) this.timer = setTimeout(() => this.tell.changed(), PATIENCE_MS);
      else this.tell.changed();
    }

    /** Communes to draw now. */
    shown() {
      return this.wanted.flatMap((departement) => this.communes.get(departement) || []);
    }

    /** Whether the communes of a département stand for its overview. */
    detailed(departement) {
      return this.wanted.includes(departement) && !!this.communes.get(departement);
    }

    /** The commune under a point of the unit square, or null. */
    at(x, y) {
      return this.shown().find((commune) => M.inside(commune.shape, x, y)) || null;
    }
  };

  /** A feature as the drawing wants it; `en` is the label point, `contient` the codes of communes shown inside it. */
  function feature({ properties: { code, nom, pop, en, contient }, geometry }) {
    const shape = M.shape(geometry),
      point = en || [M.lonOf((shape.box[0] + shape.box[2]) / 2), M.latOf((shape.box[1] + shape.box[3]) / 2)];
    return {
      code: String(code),
      name: typeset(nom),
      pop: pop || 0,
      x: M.east(point[0]),
      y: M.south(point[1]),
      shape,
      member: false,
      holds: contient || [],
    };
  }

  /** The apostrophe of printed French; the publisher's is the one of typewriters. */
  const typeset = (name) => name.replace(/'/g, "’");

  function readPlaces({ regions, departements, villes }) {
    const place = ([code, name, lon, lat, pop, rank]) => ({
      code,
      name: typeset(name),
      x: M.east(lon),
      y: M.south(lat),
      pop: pop || 0,
      rank: rank || 0,
      member: false,
    });
    return { regions: regions.map(place), departements: departements.map(place), towns: villes.map(place) };
  }

  function around(shapes) {
    return shapes.reduce(
      (b, { box }) => [Math.min(b[0], box[0]), Math.min(b[1], box[1]), Math.max(b[2], box[2]), Math.max(b[3], box[3])],
      [1, 1, 0, 0],
    );
  }

  ess.feature = feature;

  const departementOf = (commune) => commune.slice(0, commune.startsWith("97") ? 3 : 2);
})();
