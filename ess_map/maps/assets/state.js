/**
 * State: what Python last asked for, compared with what is shown, so that the least is done. A filter fetches one bitset
 * and moves nothing; a territory is fitted; what the map itself just told wins over an older answer.
 *
 * Public face: new ess.State(parts).
 */
(function () {
  "use strict";

  const OURS = ["row", "dessin", "composition"]; // what the map may have changed meanwhile

  ess.State = class {
    /**
     * @param {object} parts messages, controls, layer, contours, composing, tiles, choosing, notes, fit (a function of
     *   bounds), dress (a function of mode and projection), version of the actors
     */
    constructor(parts) {
      Object.assign(this, parts);
      this.now = null;
      this.bits = null;
      this.wanted = undefined; // query of the bitset asked for; null is nobody
    }

    /** What a test, or a curious person, reads: the state itself, not the parts that show it. */
    toJSON() {
      return this.now;
    }

    /** @param {object} state see View in view.py */
    show(state) {
      const old = this.now || {},
        first = !this.now;
      if (!this.messages.hear(state.click) && !first) for (const name of OURS) state = { ...state, [name]: old[name] };
      this.now = state;
      if (state.mode !== old.mode || state.projection !== old.projection) this.dress(state.mode, state.projection);
      const moved = first || state.territoire !== old.territoire;
      if (moved) {
        this.contours.choose(state.territoire);
        if (first || !state.composer) this.fit(state.bounds); // a map that moves at each click cannot be composed on
      }
      this._ground(state);
      this._row(state, old, moved);
      if (state.selection !== this.wanted) this.select(state.selection);
      if (moved) this.furnish();
    }

    _ground(state) {
      this.tiles.choose(state.fond);
      if (this.composing.show(state.composer, state.composition)) this.layer.groundChanged();
      this.controls.composing(state.composer);
      if (state.projection) this.controls.projected(true);
      this.draw(state.dessin);
    }

    _row(state, old, moved) {
      if (state.row === old.row) return;
      this.layer.chosen = state.row;
      this.layer.redraw("actors");
      if (state.row !== this.told && !moved) this.choosing.reveal(state.row);
      this.told = undefined;
    }

    /** Show a zone drawn by hand, or none. */
    draw(zone) {
      if (zone === this.zone) return;
      this.zone = zone;
      this.layer.zone = ess.sketch.parse(zone);
      this.controls.zone(!!zone);
      this.layer.redraw("ground");
    }

    // ------------------------------------------------------------ what the map did itself

    /** An actor was chosen on the map (-1: none): show it at once, then tell. */
    choose(row) {
      this.now = { ...this.now, row };
      this.told = row;
      this.layer.chosen = row;
      this.layer.redraw("actors");
      this.messages.send({ kind: "acteur", row });
    }

    /** A zone was drawn, or erased. */
    drawn(zone) {
      this.now = { ...this.now, dessin: zone };
      this.draw(zone);
      this.messages.send({ kind: "zone", zone });
    }

    /** A commune was clicked while composing. */
    composed(code) {
      this.now = { ...this.now, composition: [...this.composing.composition] };
      this.messages.send({ kind: "commune", code });
    }

    // ------------------------------------------------------------ actors

    /** Fetch the actors once. */
    start() {
      fetch(`/acteurs/${this.version}.bin`)
        .then((r) => (r.ok ? r.arrayBuffer() : Promise.reject(new Error(String(r.status)))))
        .then((buffer) => {
          this.layer.actors.read(buffer);
          this.layer.data = this.layer.actors.data;
          this._apply();
        })
        .catch(() => this.notes.mend(ess.words.actorsLost, () => this.start()));
    }

    /** Fetch the bitset of a query; null keeps nobody. */
    select(query) {
      this.wanted = query;
      this.bits = null;
      if (query === null) {
        this._apply();
        return;
      }
      fetch(`/selection/${this.version}.bin?${query}`)
        .then((r) => (r.ok ? r.arrayBuffer() : Promise.reject(new Error(String(r.status)))))
        .then((buffer) => {
          if (this.wanted !== query) return; // the visitor has moved on
          this.bits = new Uint8Array(buffer);
          this._apply();
        })
        .catch(() => {
          if (this.wanted === query) this.notes.mend(ess.words.selectionLost, () => this.select(query));
        });
    }

    _apply() {
      if (!this.layer.data || (this.wanted !== null && !this.bits)) return;
      this.layer.actors.filter(this.bits);
      this.furnish();
      this.layer.redraw("actors", "names");
    }

    /** Bring what surrounds the map up to date: legend, overseas, summary. */
    furnish() {
      const { controls, layer, contours } = this;
      controls.legend.update(layer.actors, layer.looks);
      controls.overseas.update(contours.nation(), contours.departements, layer.looks);
      this.summarise();
    }

    summarise() {
      if (!this.layer.data || this.wanted === undefined) return;
      const text = ess.words.summary(this.layer.actors.count, this.layer.seen());
      this.home.setAttribute("aria-label", `${text} ${ess.words.keys}`);
      this.notes.tell(text);
    }
  };
})();
