/**
 * Messages: what the map tells Python, numbered, so that the map can ignore an answer older than its own last word.
 *
 * streamlit-folium leaves `Streamlit` in its frame; what is given to setComponentValue reaches `on_change` as it is.
 *
 * Public face: new ess.Messages().
 */
(function () {
  "use strict";

  ess.Messages = class {
    constructor() {
      this.click = 0;
    }

    /** @param {object} message `{kind: "acteur", row}`, `{kind: "zone", zone}` or `{kind: "commune", code}` */
    send(message) {
      this.click++;
      window.Streamlit.setComponentValue({ ...message, click: this.click });
    }

    /**
     * Hear the number that Python knows.
     * @returns {boolean} whether its state answers our last word (or a later one, of another life of this frame)
     */
    hear(click) {
      if (click < this.click) return false;
      this.click = click;
      return true;
    }

    /**
     * Ask for the latest state once the map is mounted: streamlit-folium drops a message that arrives while scripts
     * load, and Streamlit answers « ready », as often as it is said, with the most recent arguments.
     */
    catchUp() {
      window.Streamlit.setComponentReady();
    }
  };
})();
