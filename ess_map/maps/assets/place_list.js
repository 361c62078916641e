/**
 * Place list: the actors of one place or of a cluster that cannot be opened further, as a list of buttons. Names come
 * as JSON and enter by textContent.
 *
 * Public face: new ess.PlaceList(home, options).
 */
(function () {
  "use strict";

  const MOST = 200; // names asked for at once

  ess.PlaceList = class {
    /**
     * @param {HTMLElement} home the container of the map
     * @param {{address: string, choose: function(number): void, symbol: function(number, number): HTMLElement}} options
     *   `address` of `/acteurs/<version>/noms`; `choose` is given a row; `symbol` draws a family at a size
     */
    constructor(home, options) {
      this.home = home;
      this.options = options;
      this.node = null;
    }

    /**
     * Open the list of some rows.
     * @param {number[]} rows at most MOST are named
     * @param {number} total how many actors there are in all
     * @param {string} title
     * @param {number} chosen row, or -1
     * @param {{x: number, y: number}} at in pixels of the container
     * @returns {Promise<void>} when names are there
     */
    async open(rows, total, title, chosen, at) {
      this.close(false);
      const node = (this.node = L.DomUtil.create("div", "ess-list", this.home));
      node.setAttribute("role", "dialog");
      node.setAttribute("aria-label", title);
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      node.addEventListener("keydown", (e) => this._key(e));
      const head = L.DomUtil.create("p", "", node);
      L.DomUtil.create("b", "", head).textContent = title;
      this._button(head, "ess-close", "×", () => this.close(true)).setAttribute("aria-label", ess.words.close);
      const list = L.DomUtil.create("ul", "", node);
      list.tabIndex = -1;
      this._place(at);
      const asked = rows.slice(0, MOST);
      const named = await fetch(`${this.options.address}?rows=${asked.join()}`).then(
        (r) => (r.ok ? r.json() : { acteurs: [] }),
        () => ({ acteurs: [] }),
      );
      if (this.node !== node) return; // closed meanwhile
      for (const actor of named.acteurs) this._line(list, actor, chosen);
      if (total > named.acteurs.length)
        L.DomUtil.create("p", "", node).textContent = ess.words.more(total - named.acteurs.length);
      this._place(at);
      const first = list.querySelector("[aria-current]") || list.querySelector("button");
      if (first) first.focus({ preventScroll: true });
    }

    _line(list, { row, nom, famille, detail }, chosen) {
      const button = this._button(L.DomUtil.create("li", "", list), "", "", () => {
        list.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
        button.setAttribute("aria-current", "true");
        this.options.choose(row);
      });
      button.append(this.options.symbol(famille, 16));
      const words = L.DomUtil.create("span", "", button);
      L.DomUtil.create("bdi", "", words).textContent = nom;
      L.DomUtil.create("small", "", words).textContent = detail;
      if (row === chosen) button.setAttribute("aria-current", "true");
    }

    _button(parent, name, text, act) {
      const button = L.DomUtil.create("button", name, parent);
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", act);
      return button;
    }

    _key(event) {
      const buttons = [...this.node.querySelectorAll("li button")],
        here = buttons.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      event.stopPropagation(); // arrows and Escape are for the list, not for the map
      if (event.key === "Escape") this.close(true);
      else if (step && buttons.length) {
        event.preventDefault();
        buttons[(here + step + buttons.length) % buttons.length].focus();
      }
    }

    /** Beside the place, inside the frame. */
    _place({ x, y }) {
      const { clientWidth: wide, clientHeight: tall } = this.home,
        node = this.node;
      const left = x + 18 + node.offsetWidth < wide ? x + 18 : Math.max(8, x - 18 - node.offsetWidth);
      const top = Math.max(8, Math.min(y - 24, tall - node.offsetHeight - 8));
      node.style.left = `${Math.round(Math.min(left, Math.max(8, wide - node.offsetWidth - 8)))}px`;
      node.style.top = `${Math.round(top)}px`;
    }

    /** @param {boolean} back give the focus back to the map */
    close(back) {
      if (!this.node) return false;
      this.node.remove();
      this.node = null;
      if (back) this.home.focus({ preventScroll: true });
      return true;
    }
  };
})();
