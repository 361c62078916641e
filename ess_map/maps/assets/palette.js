/**
 * Palette: the colours of the mode in force and the scale of signs. Values come from palette.json, joined above.
 *
 * Public face: ess.palette.of(mode), ess.palette.scale(projection), ess.palette.FONT.
 */
(function () {
  "use strict";

  const FONT = '"Source Sans", system-ui, sans-serif';
  const PROJECTED = 1.8; // signs and words on a projector, read from six metres

  ess.palette = {
    FONT,
    /** @param {"clair"|"sombre"} mode @returns {object} colours by role; `familles` follows the order of the binary */
    of: (mode) => ess.COLOURS[mode],
    /** @param {boolean} projection @returns {number} factor on every size */
    scale: (projection) => (projection ? PROJECTED : 1),
  };
})();
