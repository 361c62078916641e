/**
 * Tiles: the two online basemaps, loaded only when a visitor chose one. The offline ground stays until a first tile has
 * come, and comes back when none does.
 *
 * Public face: new ess.Tiles(map, options).
 */
(function () {
  "use strict";

  const GEOPF =
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2" +
    "&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";
  /** OpenStreetMap asks which site shows its tiles: it is told the site, never the page. */
  const SOURCES = {
    plan_ign: { url: GEOPF, maxNativeZoom: 18, referrerPolicy: "no-referrer" },
    osm: { url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png", maxNativeZoom: 19, referrerPolicy: "strict-origin" },
  };
  const PATIENCE = 3; // failures without any success before saying so

  ess.Tiles = class {
    /**
     * @param {L.Map} map
     * @param {{allowed: boolean, changed: function(boolean): void, silent: function(): void}} options `changed` is told
     *   whether tiles are really there
     */
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.fond = "hors_ligne";
      this.online = false;
    }

    /** @param {"hors_ligne"|"plan_ign"|"osm"} fond */
    choose(fond) {
      const wanted = this.options.allowed && SOURCES[fond] ? fond : "hors_ligne";
      if (wanted === this.fond) return;
      this.fond = wanted;
      if (this.layer) this.layer.remove();
      this.layer = null;
      this._online(false);
      if (SOURCES[wanted]) this._load(wanted);
    }

    _load(fond) {
      const { url, ...options } = SOURCES[fond],
        layer = (this.layer = L.tileLayer(url, { ...options, pane: "ess-tiles", maxZoom: 18, className: "ess-tile" }));
      let failed = 0;
      layer.on("tileload", () => layer === this.layer && this._online(true));
      layer.on("tileerror", () => {
        failed++;
        if (layer === this.layer && !this.online && failed === PATIENCE) this.options.silent();
      });
      layer.addTo(this.map);
    }

    _online(online) {
      if (online === this.online) return;
      this.online = online;
      this.options.changed(online);
    }
  };
})();
