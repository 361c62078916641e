/**
 * Theme twin: two maps of one page that move together. Each is in its own frame of the same page, and finds the others there.
 *
 * Public face: new ess.Twin(map, point).
 */
(function () {
  "use strict";

  ess.Twin = class {
    /**
     * @param {L.Map} map
     * @param {function(string): void} point shows the territory that the pointer is over in another map ("" for none)
     */
    constructor(map, point) {
      this.map = map;
      this.point = point;
      this.following = false;
      map.on("move zoomend", () => this._lead());
    }

    _others() {
      const found = [];
      try {
        for (let i = 0; i < window.parent.frames.length; i++) {
          const other = window.parent.frames[i];
          try {
            if (other !== window && other.essTheme && other.essTheme.twin) found.push(other.essTheme.twin);
          } catch {
            // a frame of somebody else
          }
        }
      } catch {
        // framed by another site: alone
      }
      return found;
    }

    _lead() {
      if (this.following || this.map._animatingZoom) return;
      const { lat, lng } = this.map.getCenter();
      for (const other of this._others()) other.follow(lat, lng, this.map.getZoom());
    }

    /** Go where another map is. */
    follow(lat, lng, zoom) {
      const centre = this.map.getCenter();
      if (zoom === this.map.getZoom() && Math.abs(lat - centre.lat) + Math.abs(lng - centre.lng) < 1e-7) return;
      this.following = true;
      this.map.setView([lat, lng], zoom, { animate: false });
      this.following = false;
    }

    /** Tell the others what the pointer is over. */
    tell(code) {
      for (const other of this._others()) other.point(code);
    }
  };
})();
