/**
 * Words: every French text of the map, and its numbers. Everything is written with textContent or fillText.
 *
 * Public face: ess.words, ess.number(n), ess.actors(n).
 */
(function () {
  "use strict";

  const NBSP = "\u00a0",
    THIN = "\u202f";
  const format = new Intl.NumberFormat("fr-FR");

  /** @param {number} n @returns {string} digits grouped by a narrow no-break space */
  const number = (n) => format.format(n).replace(/[\u00a0 ]/g, THIN);

  /** @param {number} n @returns {string} « 1 acteur », « 1 234 acteurs » */
  const actors = (n) => `${number(n)}${NBSP}acteur${n > 1 ? "s" : ""}`;

  const words = {
    frame: "Carte des acteurs de l’économie sociale et solidaire",
    loading: "Carte des acteurs, en cours de chargement",
    keys: "Flèches pour se déplacer, plus et moins pour zoomer, Entrée pour choisir l’acteur du centre. La liste donne les mêmes acteurs.",
    zoomIn: "Agrandir",
    zoomOut: "Réduire",
    recentre: "Recentrer sur le territoire",
    fullScreen: "Plein écran",
    leaveFullScreen: "Quitter le plein écran",
    drawPolygon: "Dessiner une zone",
    drawCircle: "Dessiner un cercle",
    erase: "Effacer la zone dessinée",
    finish: "Terminer",
    cancel: "Annuler",
    close: "Fermer",
    retry: "Réessayer",
    families: "Familles",
    approximate: "Au centre de la commune",
    toCheck: "À vérifier, liste de 2010",
    overseas: "Outre-mer",
    attribution: `Contours${NBSP}: IGN. Fond hors connexion.`,
    attributionOnline: {
      plan_ign: `Plan IGN © IGN. Contours${NBSP}: IGN.`,
      osm: `© les contributeurs d’OpenStreetMap. Contours${NBSP}: IGN.`,
    },
    tilesSilent: `Le fond en ligne ne répond pas${NBSP}: le fond hors connexion reste affiché.`,
    actorsLost: "Les acteurs n’ont pas pu être chargés.",
    selectionLost: "Les filtres n’ont pas pu être appliqués à la carte.",
    groundLost: "Les contours n’ont pas pu être chargés.",
    twoFingers: "Déplacez la carte avec deux doigts.",
    wheel: `Pour zoomer, cliquez d’abord dans la carte, ou maintenez Ctrl.`,
    polygonHint: `Cliquez pour poser chaque sommet. Double-cliquez ou appuyez sur Entrée pour terminer, Échap pour annuler.`,
    polygonHintTouch: `Touchez la carte pour poser chaque sommet, puis «${NBSP}Terminer${NBSP}».`,
    circleHint: `Pressez au centre, glissez, relâchez. Un simple clic donne un rayon de 5${NBSP}km.`,
    composeHint: "Zoomez pour voir les communes, puis cliquez sur celles à ajouter ou à retirer.",
    add: "Cliquer pour ajouter",
    remove: "Cliquer pour retirer",
    openGroup: "Cliquer pour agrandir",
    openPile: "Cliquer pour voir la liste",
    opened: (n, centre) => `${actors(n)} ${centre ? "sans adresse précise" : "au même endroit"}`,
    more: (n) => `et ${number(n)} autres, à lire dans la liste`,
    inhabitants: (n) => `${number(n)}${NBSP}habitant${n > 1 ? "s" : ""}`,
    radius: (metres) =>
      metres < 1000 ? `${number(Math.round(metres))}${NBSP}m` : `${number(Math.round(metres / 100) / 10)}${NBSP}km`,
    summary: (shown, seen) =>
      `Carte${NBSP}: ${actors(shown)} ${shown > 1 ? "placés" : "placé"}, dont ${number(seen)} dans la vue.`,
    vertices: (n) => `${n}${NBSP}sommet${n > 1 ? "s" : ""}`,
  };

  ess.words = words;
  ess.number = number;
  ess.actors = actors;
})();
