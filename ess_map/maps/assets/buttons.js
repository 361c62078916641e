/**
 * Buttons: bars of square buttons with a drawn sign, a French title and a name for those who listen.
 *
 * Public face: ess.Bar (a Leaflet control), ess.icon(name).
 */
(function () {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  /** Signs on a 24 px square, drawn with a line of 2 px. */
  const ICONS = {
    plus: "M12 5v14M5 12h14",
    minus: "M5 12h14",
    recentre: "M12 3v4M12 17v4M3 12h4M17 12h4M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8",
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    leave: "M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5",
    polygon: "M6 8l8-4l6 7l-4 8l-11 0zM6 8h.01M14 4h.01M20 11h.01M16 19h.01M5 19h.01",
    circle: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 12h.01M12 12l5.6-5.6",
    erase: "M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  };

  /** @param {string} name @returns {SVGElement} */
  ess.icon = function (name) {
    const svg = document.createElementNS(SVG, "svg"),
      path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  };

  ess.Bar = L.Control.extend({
    /** @param {string} position corner @param {{icon: string, title: string, act: function}[]} buttons from top to bottom */
    initialize(position, buttons) {
      L.Control.prototype.initialize.call(this, { position });
      this.wanted = buttons;
      this.buttons = {};
    },

    onAdd() {
      const bar = L.DomUtil.create("div", "ess-bar");
      for (const { icon, title, act } of this.wanted) {
        const button = (this.buttons[icon] = L.DomUtil.create("button", "", bar));
        button.type = "button";
        button.append(ess.icon(icon));
        this.name(icon, title);
        button.addEventListener("click", act);
      }
      L.DomEvent.disableClickPropagation(bar);
      L.DomEvent.disableScrollPropagation(bar);
      return bar;
    },

    /** Give a button another title. */
    name(icon, title) {
      this.buttons[icon].title = title;
      this.buttons[icon].setAttribute("aria-label", title);
    },

    /** Give a button another sign. */
    sign(icon, other) {
      this.buttons[icon].replaceChildren(ess.icon(other));
    },

    /** Say whether the tool of a button is in the hand. */
    press(icon, pressed) {
      this.buttons[icon].setAttribute("aria-pressed", String(pressed));
    },

    show(icon, shown) {
      this.buttons[icon].hidden = !shown;
    },
  });
})();
