/**
 * Notes: what the map says in words. A note passes; a task stays, with its buttons, until it is done; the summary is
 * for those who listen.
 *
 * Public face: new ess.Notes(home).
 */
(function () {
  "use strict";

  const SHOWN_MS = 6000;

  ess.Notes = class {
    /** @param {HTMLElement} home the container of the map */
    constructor(home) {
      this.home = home;
      this.box = L.DomUtil.create("div", "ess-notes", home);
      this.live = L.DomUtil.create("p", "ess-unseen", home);
      for (const node of [this.box, this.live]) node.setAttribute("role", "status");
      L.DomEvent.disableClickPropagation(this.box);
      this.passing = new Map();
    }

    /**
     * Say something for a while; the same sentence is not said twice at once.
     * @param {string} text
     * @param {{label: string, act: function}} [way] a button that mends it
     */
    say(text, way) {
      const old = this.passing.get(text),
        node = old ? old.node : this._line(text, way ? [way] : []);
      if (old) clearTimeout(old.timer);
      this.passing.set(text, { node, timer: way ? 0 : setTimeout(() => this.unsay(text), SHOWN_MS) });
    }

    /** Say that something did not come, with the button that asks for it again. */
    mend(text, again) {
      const act = () => {
        this.unsay(text);
        again();
      };
      this.say(text, { label: ess.words.retry, act });
    }

    unsay(text) {
      const old = this.passing.get(text);
      if (old) old.node.remove();
      this.passing.delete(text);
    }

    /**
     * Keep a task in view, with its buttons; one at a time.
     * @returns {{text: function(string): void, done: function(): void}}
     */
    task(text, ways) {
      const node = this._line(text, ways);
      return { text: (other) => (node.firstChild.textContent = other), done: () => node.remove() };
    }

    /** What a screen reader hears when the actors shown change. */
    tell(text) {
      if (this.live.textContent !== text) this.live.textContent = text;
    }

    _line(text, ways) {
      const node = L.DomUtil.create("p", "ess-note", this.box);
      L.DomUtil.create("span", "", node).textContent = text;
      for (const { label, act } of ways) {
        const button = L.DomUtil.create("button", "", node);
        button.type = "button";
        button.textContent = label;
        button.addEventListener("click", act);
      }
      return node;
    }
  };
})();
