/**
 * Theme map: puts the parts of a choropleth together. Python calls three functions: create and mount once, show at each rerun.
 *
 * Public face: essTheme.create(id), essTheme.mount(map, options), essTheme.show(state); for tests essTheme.desk.
 */
(function () {
  "use strict";

  const M = ess.mercator;
  const MARGIN = 16; // px around a fitted territory
  const BESIDE = 2; // times the width of the legend that a frame needs to show the territory beside it
  const words = {
    frame: "Carte d’un indicateur",
    loading: "Carte d’un indicateur, en cours de chargement",
    keys: "Le tableau donne les mêmes chiffres.",
    lost: "Cet indicateur n’a pas pu être chargé.",
  };

  /** What the parts of a map depend on. */
  const laid = ({ territoire, niveau }) => `${territoire}|${niveau}`;

  class Desk {
    constructor(map, options) {
      this.map = map;
      this.options = options;
      this.now = null;
      this.home = ess.frame.prepare(map, words.frame, words.loading);
      this.notes = new ess.Notes(this.home);
      this.label = new ess.Label(this.home);
      this.messages = new ess.Messages();
      this.contours = new ess.ThemeGround(`/contours/${options.contours}/`, {
        failed: (again) => this.notes.mend(ess.words.groundLost, again),
        changed: () => this.grounded(),
      });
      this.fit = ess.frame.keepFitted(map, this.home, (bounds) => this.room(bounds));
      this.layer = new ess.ThemeLayer({ contours: this.contours, obstacles: () => this.obstacles() });
      this.corners();
      this.hands();
      this.dress("clair", false);
      this.layer.addTo(map);
      this.contours.start();
      ess.palette.font().then(() => this.layer.redraw("names"), () => {});
      setTimeout(() => this.messages.catchUp()); // once streamlit-folium has finished with this script
    }

    corners() {
      const { map } = this, bar = (...buttons) => new ess.Bar("topright", buttons.map(([icon, title, act]) => ({ icon, title, act }))).addTo(map);
      bar(["plus", ess.words.zoomIn, () => map.zoomIn()], ["minus", ess.words.zoomOut, () => map.zoomOut()], ["recentre", ess.words.recentre, () => this.now && this.fit(this.now.bounds)]);
      this.credit = L.control.attribution({ prefix: false }).addAttribution(ess.words.attribution).addTo(map);
      this.legend = new ess.ThemeLegend({ changed: () => this.reflow() });
      this.overseas = new ess.Overseas({ go: ([w, n, e, s]) => map.fitBounds(ess.frame.box([M.lonOf(w), M.latOf(s), M.lonOf(e), M.latOf(n)]), { animate: false }) }).addTo(map);
    }

    hands() {
      this.twin = new ess.Twin(this.map, (code) => this.point(code));
      const under = ({ lat, lng }) => this.contours.at(M.east(lng), M.south(lat));
      const leave = () => {
        this.label.hide();
        this.twin.tell("");
        this.mark(null);
      };
      this.gestures = new ess.Gestures(this.map, {
        notes: this.notes,
        free: () => !!(this.now && this.now.projection),
        leave,
        hover: (point, latlng) => {
          const part = under(latlng);
          if (!part) leave();
          else {
            this.say(part, point);
            this.twin.tell(part.code);
          }
          return !!part;
        },
        click: (point, latlng, touch) => {
          const part = under(latlng);
          if (touch && part) this.say(part, point);
          if (part) this.choose(part.code === this.layer.chosen ? "" : part.code);
        },
        escape: () => this.layer.chosen && this.choose(""),
      });
    }

    /** Name a part and its value; the communes shown inside its boundary follow. */
    say(part, point) {
      const { theme } = this.layer;
      if (!theme) return;
      const inside = part.holds.filter((code) => theme.rank.has(code)).map((code) => `${code}\u00a0: ${theme.say(code)}`);
      this.label.show([part.name, theme.say(part.code), ...inside], point);
      this.mark(part);
    }

    /** Show the territory that the pointer is over in the other map. */
    point(code) {
      const part = this.contours.byCode && this.contours.byCode.get(code);
      if (!part) {
        this.label.hide();
        this.mark(null);
      } else this.say(part, this.map.latLngToContainerPoint([M.latOf(part.y), M.lonOf(part.x)]));
    }

    mark(part) {
      if (this.layer.hovered === part) return;
      this.layer.hovered = part;
      this.layer.redraw("ground");
    }

    /** A part was chosen here: show it at once, then tell. */
    choose(code) {
      this.now = { ...this.now, chosen: code };
      this.layer.chosen = code;
      this.layer.redraw("ground");
      this.messages.send({ kind: "territoire", code });
    }

    /** @param {object} state see ThematicView in thematic_map.py: a state, not an order */
    show(state) {
      const old = this.now || {}, first = !this.now;
      if (!this.messages.hear(state.click) && !first) state = { ...state, chosen: old.chosen };
      this.now = state;
      if (state.mode !== old.mode || state.projection !== old.projection) this.dress(state.mode, state.projection);
      if (state.territoire !== old.territoire) {
        this.contours.choose(state.territoire);
        this.fit(state.bounds);
      }
      if (state.chosen !== old.chosen) {
        this.layer.chosen = state.chosen;
        this.layer.redraw("ground");
      }
      if (state.theme !== old.theme || state.version !== old.version) this.ask(state);
    }

    /** Fetch the values, then the boundaries that are not there yet, and paint; parts that are there take their classes at once. */
    async ask(state) {
      const { version, theme: query } = state, before = this.layer.theme;
      if (before && state.marques.length === before.codes.length && this.laid === laid(state)) this.layer.paint(before.restyled(state));
      try {
        const theme = await ess.Theme.fetch(version, query);
        if (this.now.theme !== query || !(await this.contours.cut(theme)) || this.now.theme !== query) return;
        this.legend.update(theme, this.layer.looks);
        this.reflow();
        if (this.layer.theme && this.layer.theme.shows(theme)) this.layer.theme = theme; // its classes are there already
        else this.layer.paint(theme);
        this.laid = laid(state);
        this.painted = query; // for those who wait
        this.credit.setPrefix(false);
        this.told(theme);
      } catch (error) {
        if (this.now.theme === query) this.notes.mend(error.message && error.message.endsWith(".") ? error.message : words.lost, () => this.ask(state));
      }
    }

    told(theme) {
      const text = `${theme.titre}. ${theme.legende.map(({ mots, nombre }) => `${mots}\u00a0: ${ess.number(nombre)}`).join(", ")}.`;
      this.home.setAttribute("aria-label", `${words.frame}\u00a0: ${text} ${words.keys}`);
      this.notes.tell(text);
    }

    grounded() {
      this.layer.groundChanged();
      this.overseas.update(this.contours.nation(), this.contours.departements, this.layer.looks);
    }

    /** Room around a fitted territory: beside or above the legend, where the territory shows larger, if the frame is wide enough. */
    room(bounds) {
      const margin = MARGIN * this.layer.looks.k, [width, height] = this.legend.size(), frame = this.map.getSize();
      const around = (left, bottom) => ({ paddingTopLeft: [margin + left, margin], paddingBottomRight: [margin, margin + bottom] });
      this.open = !!width;
      if (!width || frame.x < BESIDE * width) return around(0, 0);
      const zoom = (left, bottom) => this.map.getBoundsZoom(ess.frame.box(bounds), false, L.point(2 * margin + left, 2 * margin + bottom));
      return zoom(width, 0) >= zoom(0, height) ? around(width, 0) : around(0, height);
    }

    /** The legend has changed: fit again if it has come or gone (not at each indicator: the map would jump), write the names around it. */
    reflow() {
      if (this.open !== !!this.legend.size()[0]) this.fit.again();
      this.layer.redraw("names");
    }

    obstacles() {
      const home = this.home.getBoundingClientRect();
      return [...this.home.querySelectorAll(".leaflet-control")]
        .map((node) => node.getBoundingClientRect())
        .filter(({ width }) => width)
        .map((b) => ({ left: b.left - home.left - 4, top: b.top - home.top - 4, right: b.right - home.left + 4, bottom: b.bottom - home.top + 4 }));
    }

    dress(mode, projection) {
      const looks = ess.frame.dress(mode, projection);
      if (this.scale) this.scale.remove();
      this.legend.remove();
      this.scale = L.control.scale({ imperial: false, maxWidth: Math.round(110 * looks.k) }).addTo(this.map);
      this.legend.addTo(this.map);
      this.layer.dress(looks);
      this.legend.update(this.layer.theme, looks);
      this.overseas.update(this.contours.nation(), this.contours.departements, looks);
      this.gestures.adapt();
    }
  }

  /** Called once, when the frame is born. */
  function mount(map, options) {
    const desk = new Desk(map, options);
    Object.assign(window.essTheme, { desk, twin: desk.twin });
  }

  window.essTheme = { create: ess.frame.create, mount, show: (state) => window.essTheme.desk.show(state) };
})();
