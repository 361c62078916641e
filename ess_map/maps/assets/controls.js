/**
 * Controls: everything laid over the map, in its corners, and the full screen.
 *
 * Public face: new ess.Controls(map, options).
 */
(function () {
  "use strict";

  const { words } = ess;

  ess.Controls = class {
    /**
     * @param {L.Map} map
     * @param {{families: string[], recentre: function(): void, tool: function(string): void, erase: function(): void,
     *   go: function(number[]): void, screen: function(): void}} options
     */
    constructor(map, options) {
      this.map = map;
      this.options = options;
      const bar = (position, ...buttons) =>
        new ess.Bar(
          position,
          buttons.map(([icon, title, act]) => ({ icon, title, act })),
        ).addTo(map);
      bar("topright", ["plus", words.zoomIn, () => map.zoomIn()], ["minus", words.zoomOut, () => map.zoomOut()]);
      this.view = bar(
        "topright",
        ["recentre", words.recentre, options.recentre],
        ["full", words.fullScreen, () => this._toggleScreen()],
      );
      this.tools = bar(
        "topleft",
        ["polygon", words.drawPolygon, () => options.tool("polygon")],
        ["circle", words.drawCircle, () => options.tool("circle")],
        ["erase", words.erase, options.erase],
      );
      this.view.show("full", document.fullscreenEnabled);
      this.attribution = L.control.attribution({ prefix: false }).addTo(map);
      this.legend = new ess.Legend({ names: options.families });
      this.overseas = new ess.Overseas({ go: options.go }).addTo(map);
      this.fond("hors_ligne");
      this.zone(false);
      this.tool(null);
      document.addEventListener("fullscreenchange", () => this._screenChanged());
    }

    /** Lay the bottom left corner again for a size of signs: the scale, the legend above it. */
    dress({ k }) {
      if (this.k === k) return;
      this.k = k;
      if (this.scale) this.scale.remove();
      this.legend.remove();
      this.scale = L.control.scale({ imperial: false, maxWidth: Math.round(110 * k) }).addTo(this.map);
      this.legend.addTo(this.map);
    }

    /** Whether a zone is drawn, and so can be erased. */
    zone(drawn) {
      this.tools.show("erase", drawn);
    }

    /** Which tool is in the hand. */
    tool(name) {
      for (const tool of ["polygon", "circle"]) this.tools.press(tool, tool === name);
    }

    /** Before a room nobody draws: its tools are put away. */
    projected(on) {
      this.tools.getContainer().hidden = on;
    }

    /** Box of the legend, px; the room that it takes at most while it is not drawn yet. */
    legendSize(k) {
      const { offsetWidth, offsetHeight } = this.legend.root;
      return offsetWidth ? [offsetWidth, offsetHeight] : [250 * k, 195 * k];
    }

    /** Composing takes the clicks: no other tool meanwhile. */
    composing(active) {
      this.tools.getContainer().hidden = active;
    }

    /** Say whose ground this is. */
    fond(name) {
      if (this.credit) this.attribution.removeAttribution(this.credit);
      this.attribution.addAttribution((this.credit = words.attributionOnline[name] || words.attribution));
    }

    /** Whether the map has the whole screen. */
    full() {
      return !!document.fullscreenElement;
    }

    /** Boxes that names leave free, in the container. */
    obstacles() {
      const home = this.map.getContainer().getBoundingClientRect();
      return [...this.map.getContainer().querySelectorAll(".leaflet-control")]
        .map((node) => node.getBoundingClientRect())
        .filter(({ width }) => width)
        .map((b) => ({
          left: b.left - home.left - 4,
          top: b.top - home.top - 4,
          right: b.right - home.left + 4,
          bottom: b.bottom - home.top + 4,
        }));
    }

    _toggleScreen() {
      if (this.full()) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => {}); // refused by the page that frames us
    }

    _screenChanged() {
      this.view.sign("full", this.full() ? "leave" : "full");
      this.view.name("full", this.full() ? words.leaveFullScreen : words.fullScreen);
      this.options.screen();
    }
  };
})();
