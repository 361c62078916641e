/**
 * Palette: the colours of the mode in force and the scale of signs. Values come from palette.json, joined above.
 *
 * Public face: ess.palette.of(mode), .scale(projection), .font(), .FONT.
 */
(function () {
  "use strict";

  const FAMILY = "Source Sans";
  const FONT = `"${FAMILY}", system-ui, sans-serif`;
  const PROJECTED = 1.8; // signs and words on a projector, read from six metres

  ess.palette = {
    FONT,
    /** Load the font of the page; canvases wait for no style sheet. @returns {Promise} */
    font() {
      const face = new FontFace(FAMILY, "url(/carte/police.woff2)", { weight: "200 900" });
      document.fonts.add(face);
      return face.load();
    },
    /** @param {"clair"|"sombre"} mode @returns {object} colours by role; `familles` follows the order of the binary */
    of: (mode) => ess.COLOURS[mode],
    /** @param {boolean} projection @returns {number} factor on every size */
    scale: (projection) => (projection ? PROJECTED : 1),
  };
})();
