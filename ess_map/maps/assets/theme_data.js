/**
 * Theme data: the answer of the server to a theme, and what is asked of it.
 *
 * Public face: new ess.Theme(document), ess.Theme.fetch(version, query).
 */
(function () {
  "use strict";

  const words = { s: "secret statistique", n: "sans donnée" };
  const KEPT = 12; // answers kept in memory
  const kept = new Map();

  ess.Theme = class {
    /** @param {object} document see `document` in theme_answer.py */
    constructor(document) {
      Object.assign(this, document);
      this.rank = new Map(this.codes.map((code, i) => [code, i]));
      this.format = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: this.decimales, maximumFractionDigits: this.decimales });
    }

    /** @returns {Promise<ess.Theme>} */
    static fetch(version, query) {
      if (!kept.has(query)) {
        const coming = fetch(`/theme/${version}.json?${query}`).then(async (answer) => {
          const document = await answer.json();
          if (!answer.ok) throw new Error(document.erreur);
          return new ess.Theme(document);
        });
        coming.catch(() => kept.delete(query));
        kept.set(query, coming);
        if (kept.size > KEPT) kept.delete(kept.keys().next().value);
      }
      return kept.get(query);
    }

    /** The same parts under the marks of another theme, whose values are not there yet. */
    restyled({ marques, bornes }) {
      return Object.assign(Object.create(ess.Theme.prototype), this, { marques, bornes, valeurs: null });
    }

    /** Whether it looks the same as another, to the last part. */
    shows({ codes, marques, bornes }) {
      return this.marques === marques && this.bornes.join() === bornes.join() && this.codes.join() === codes.join();
    }

    /** Mark of a territory: see `marques` of the document. */
    markOf(code) {
      const i = this.rank.get(code);
      return i === undefined ? "n" : this.marques[i];
    }

    /** The value in French words: « 12,5 % », « secret statistique ». */
    say(code) {
      const i = this.rank.get(code), mark = this.markOf(code), value = i === undefined || !this.valeurs ? null : this.valeurs[i];
      if (!this.valeurs) return "…";
      if (words[mark]) return words[mark];
      if (mark === "a") return "aucun acteur recensé";
      const text = this.format.format(value).replace(/[\u00a0 ]/g, "\u202f").replace(/^-/, "−");
      return `${text}\u00a0${this.unite}${ess.shade.fragile(mark) ? " (fragile)" : ""}`.trim();
    }
  };
})();
