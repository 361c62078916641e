/**
 * Label: the small card beside what is hovered. Text enters the page by textContent only, isolated from its neighbours
 * (a name written from right to left stays in its line).
 *
 * Public face: new ess.Label(home).
 */
(function () {
  "use strict";

  const WIDEST = 300;

  ess.Label = class {
    /** @param {HTMLElement} home the container of the map */
    constructor(home) {
      this.home = home;
      this.node = L.DomUtil.create("div", "ess-label", home);
      this.node.setAttribute("aria-hidden", "true"); // the list says the same
    }

    /**
     * @param {string[]} lines the first one is the title
     * @param {{x: number, y: number}} at in pixels of the container
     * @param {number} away from the centre of what is named, px
     */
    show([title, ...lines], at, away = 14) {
      const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
      this.node.replaceChildren(element("bdi", title), ...lines.filter(Boolean).map((line) => element("span", line)));
      const left = at.x > this.home.clientWidth - WIDEST && at.x > this.home.clientWidth / 2;
      const x = left ? at.x - away - this.node.offsetWidth : at.x + away;
      const y = Math.max(4, Math.min(at.y - 12, this.home.clientHeight - this.node.offsetHeight - 4));
      this.node.style.transform = `translate(${Math.round(Math.max(4, x))}px, ${Math.round(y)}px)`;
      this.node.classList.add("ess-shown");
    }

    hide() {
      this.node.classList.remove("ess-shown");
    }
  };
})();
