/**
 * Map: puts the parts together. Python calls three functions: create and mount once, show at each rerun.
 *
 * Public face: essMap.create(id), essMap.mount(map, options), essMap.show(state); for tests essMap.layer, essMap.state.
 */
(function () {
  "use strict";

  const { words } = ess;
  const CSS_COLOURS = ["encre", "gris", "papier", "voile", "filet", "bord", "marque", "surligneur", "mer"];
  const MARGIN = 18; // px around a fitted territory
  const box = ([west, south, east, north]) => [[south, west], [north, east]];

  /** Make the Leaflet map that streamlit-folium expects. */
  function create(id) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return L.map(id, {
      center: [46.6, 2.4],
      zoom: 6,
      zoomSnap: 0.25,
      minZoom: 3,
      maxZoom: 18,
      zoomControl: false,
      attributionControl: false,
      trackResize: false,
      wheelPxPerZoomLevel: 90,
      doubleClickZoom: true,
      zoomAnimation: !still,
      fadeAnimation: !still,
      inertia: !still,
      worldCopyJump: false,
    });
  }

  /** The frame itself: language, title for those who listen, panes. */
  function prepare(map) {
    document.documentElement.lang = "fr";
    document.title = words.frame;
    try {
      window.frameElement.title = words.frame;
    } catch {
      // framed by another site: the frame keeps the title it was given
    }
    for (const [name, level] of [["ess-tiles", 150], ["ess-layer", 300]]) {
      map.createPane(name).style.zIndex = level;
      map.getPane(name).style.pointerEvents = "none";
    }
    const home = map.getContainer();
    home.setAttribute("role", "region");
    home.setAttribute("aria-label", words.loading);
    return home;
  }

  /** Keep a territory fitted while the frame finds its size; a move of the visitor ends that. */
  function keepFitted(map, home, layer) {
    let fitted = null, fitting = false;
    const fit = (bounds) => {
      fitted = bounds;
      fitting = true;
      const margin = MARGIN * layer.looks.k;
      map.fitBounds(box(bounds), { padding: [margin, margin], animate: false });
      fitting = false;
    };
    map.on("movestart zoomstart", () => {
      if (!fitting) fitted = null;
    });
    new ResizeObserver(() => {
      const kept = fitted;
      map.invalidateSize({ animate: false, pan: !kept });
      if (kept && home.clientWidth) fit(kept);
    }).observe(home);
    return fit;
  }

  function mount(map, options) {
    const home = prepare(map), notes = new ess.Notes(home), label = new ess.Label(home), messages = new ess.Messages();
    const lost = () => notes.say(words.groundLost);
    const contours = new ess.Contours(`/contours/${options.contours}/`, {
      failed: lost,
      changed: () => {
        layer.groundChanged();
        if (state.now) state.furnish();
      },
    });
    const actors = new ess.Actors(options.familles.length);
    const composing = new ess.Composing(contours, {
      label,
      redraw: () => layer.redraw("ground"),
      tell: (code) => state.composed(code),
      hint: () => notes.say(words.composeHint),
    });
    const layer = new ess.Layer({ contours, actors, composing, obstacles: () => controls.obstacles() }).addTo(map);
    const fit = keepFitted(map, home, layer);
    const list = new ess.PlaceList(home, {
      address: `/acteurs/${options.acteurs}/noms`,
      choose: (row) => {
        state.choose(row);
        list.mark(row);
      },
      symbol: (family, size) => ess.sign(family, size, layer.looks),
    });
    const choosing = new ess.Choosing(map, layer, { label, list, version: options.acteurs, families: options.familles, choose: (row) => state.choose(row) });
    const drawing = new ess.Drawing(map, { notes, looks: () => layer.looks, done: (zone) => state.drawn(zone), changed: (tool) => controls.tool(tool) });
    const controls = new ess.Controls(map, {
      families: options.familles,
      recentre: () => fit(state.now ? state.now.bounds : options.fit),
      tool: (name) => drawing.toggle(name),
      erase: () => state.drawn(""),
      go: ([w, n, e, s]) => map.fitBounds(box([ess.mercator.lonOf(w), ess.mercator.latOf(s), ess.mercator.lonOf(e), ess.mercator.latOf(n)]), { animate: false }),
      screen: () => gestures.adapt(),
    });
    const tiles = new ess.Tiles(map, {
      allowed: options.tuiles,
      changed: (online) => {
        layer.online = online;
        controls.fond(online ? tiles.fond : "hors_ligne");
        layer.redraw();
      },
      silent: () => notes.say(words.tilesSilent),
    });
    const dress = (mode, projection) => {
      const palette = ess.palette.of(mode), k = ess.palette.scale(projection), style = document.documentElement.style;
      for (const name of CSS_COLOURS) style.setProperty(`--${name}`, palette[name]);
      style.setProperty("--k", k);
      style.colorScheme = mode === "sombre" ? "dark" : "light";
      controls.dress({ k });
      layer.dress({ palette, k });
      if (state.now) state.furnish();
      gestures.adapt();
    };
    const state = new ess.State({ home, messages, controls, layer, contours, composing, tiles, choosing, notes, fit, dress, version: options.acteurs });
    const gestures = new ess.Gestures(map, {
      notes,
      free: () => controls.full() || !!(state.now && state.now.projection),
      hover: (point, latlng, touch) => (composing.active ? composing.hover(latlng, point) : choosing.hover(point, touch)),
      leave: () => {
        composing.leave();
        choosing.leave();
      },
      click: (point, latlng, touch, reach) => {
        if (composing.active) composing.click(latlng);
        else if (touch) choosing.touch(point);
        else choosing.click(point, reach);
      },
      escape: () => list.close(true) || (state.now.row >= 0 && state.choose(-1)),
    });
    map.on("moveend", () => state.summarise());
    map.on("movestart zoomstart", () => list.close(false));
    contours.start();
    state.start();
    document.fonts.load(`600 14px ${ess.palette.FONT}`).then(() => layer.redraw("names", "actors"));
    setTimeout(() => messages.catchUp()); // once streamlit-folium has finished with this script
    Object.assign(window.essMap, { layer, state, drawing, tiles });
  }

  window.essMap = { create, mount, show: (state) => window.essMap.state.show(state) };
})();
