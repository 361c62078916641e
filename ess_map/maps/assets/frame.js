/**
 * Frame: what every map of ours does with the frame that streamlit-folium gives it: the Leaflet map, its language and panes,
 * a territory kept fitted, the colours of a mode.
 *
 * Public face: ess.frame.
 */
(function () {
  "use strict";

  const CSS_COLOURS = ["encre", "gris", "papier", "voile", "filet", "bord", "marque", "surligneur", "mer"];
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
  function prepare(map, title, waiting) {
    document.documentElement.lang = "fr";
    document.title = title;
    try {
      window.frameElement.title = title;
    } catch {
      // framed by another site: the frame keeps the title it was given
    }
    for (const [name, level] of [["ess-tiles", 150], ["ess-layer", 300]]) {
      map.createPane(name).style.zIndex = level;
      map.getPane(name).style.pointerEvents = "none";
    }
    const home = map.getContainer();
    home.setAttribute("role", "region");
    home.setAttribute("aria-label", waiting);
    return home;
  }

  /**
   * Keep a territory fitted while the frame finds its size; a move of the visitor ends that. `room` gives the padding, as Leaflet
   * wants it. The function that fits has `again`, for when that room has changed.
   */
  function keepFitted(map, home, room) {
    let fitted = null, fitting = false;
    const fit = (bounds) => {
      fitted = bounds;
      fitting = true;
      map.fitBounds(box(bounds), { ...room(bounds), animate: false });
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
    fit.again = () => fitted && fit(fitted);
    return fit;
  }

  /** Put on the colours of a mode and the size of signs. @returns {{palette: object, k: number}} */
  function dress(mode, projection) {
    const palette = ess.palette.of(mode), k = ess.palette.scale(projection), style = document.documentElement.style;
    for (const name of CSS_COLOURS) style.setProperty(`--${name}`, palette[name]);
    style.setProperty("--k", k);
    style.colorScheme = mode === "sombre" ? "dark" : "light";
    return { palette, k };
  }

  ess.frame = { box, create, prepare, keepFitted, dress };
})();
