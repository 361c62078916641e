/**
 * Gestures: mouse, finger and keyboard on the map, turned into hovers and clicks. In a page that scrolls, one finger
 * scrolls the page and two move the map; the wheel zooms once the map has the focus, or with Ctrl.
 *
 * Public face: new ess.Gestures(map, handlers).
 */
(function () {
  "use strict";

  const PRESS_MS = 500; // a focus that follows a press so closely comes from it
  const LONG_PRESS_MS = 450;
  const SLIDE = 10; // px
  const CENTRE_REACH = 60; // px around the centre for Enter

  ess.Gestures = class {
    /**
     * @param {L.Map} map
     * @param {{hover: function(L.Point, L.LatLng, boolean): boolean, leave: function(): void, click: function(L.Point, L.LatLng, boolean, number): void,
     *   escape: function(): void, notes: ess.Notes, free: function(): boolean}} handlers `free` tells that the map has
     *   the screen for itself (full screen, projector)
     */
    constructor(map, handlers) {
      this.map = map;
      this.handlers = handlers;
      this.home = map.getContainer();
      this.coarse = matchMedia("(pointer: coarse)");
      this.touched = false;
      map.on(
        {
          mousemove: this._move,
          mouseout: handlers.leave,
          zoomstart: handlers.leave,
          click: this._click,
          contextmenu: this._menu,
        },
        this,
      );
      this.home.addEventListener("pointerdown", (e) => this._down(e), true);
      for (const end of ["pointerup", "pointercancel"]) this.home.addEventListener(end, () => this._lift(), true);
      this.home.addEventListener("pointermove", (e) => this._slide(e), true);
      this._watchKeyboard();
      this.home.addEventListener("touchmove", (e) => this._scroll(e), { passive: true });
      this.home.addEventListener("wheel", (e) => this._wheel(e), { capture: true, passive: true });
      this.home.addEventListener("keydown", (e) => this._key(e));
      this.coarse.addEventListener("change", () => this.adapt());
      this.adapt();
    }

    /** The focus is shown to those who use the keyboard, also when Tab brings them here from the page. */
    _watchKeyboard() {
      let pressed = -Infinity;
      const show = (used) => document.documentElement.classList.toggle("ess-keyboard", used);
      window.addEventListener(
        "pointerdown",
        (e) => {
          pressed = e.timeStamp;
          show(false);
        },
        true,
      );
      window.addEventListener("keydown", () => show(true), true);
      window.addEventListener("focus", (e) => show(e.timeStamp - pressed > PRESS_MS));
    }

    /** One finger moves the map only when the map has the screen for itself. */
    adapt() {
      const alone = !this.coarse.matches || this.handlers.free();
      this.map.dragging[alone ? "enable" : "disable"]();
    }

    /** Take the focus before Leaflet does: a focus that scrolls the page moves the map under the finger, and the click misses. */
    _down(event) {
      this.touched = event.pointerType === "touch";
      if (!event.target.closest("button")) this.home.focus({ preventScroll: true });
      this._lift();
      this.held = false;
      if (this.touched && event.isPrimary && !event.target.closest("button, .ess-list, .ess-sheet")) {
        this.pressed = this.map.mouseEventToContainerPoint(event);
        this.timer = setTimeout(() => this._hold(), LONG_PRESS_MS);
      }
    }

    _lift() {
      clearTimeout(this.timer);
    }

    /** A finger that slides presses nothing. */
    _slide(event) {
      if (this.touched && this.pressed && this.map.mouseEventToContainerPoint(event).distanceTo(this.pressed) > SLIDE)
        this._lift();
    }

    /** A long press of the finger stands for the hover. */
    _hold() {
      this.held = this.handlers.hover(this.pressed, this.map.containerPointToLatLng(this.pressed), true);
    }

    /** The menu of the browser would hide what the long press shows. */
    _menu(e) {
      if (this.touched) L.DomEvent.preventDefault(e.originalEvent);
    }

    _move(e) {
      if (this.touched) return; // a finger does not hover
      this.home.style.cursor = this.handlers.hover(e.containerPoint, e.latlng, false) ? "pointer" : "";
    }

    _click(e) {
      if (!this.held) this.handlers.click(e.containerPoint, e.latlng, this.touched);
      this.held = false;
    }

    _scroll(event) {
      if (
        event.touches.length === 1 &&
        !this.map.dragging.enabled() &&
        event.target.closest(".leaflet-pane, .leaflet-container")
      ) {
        this.handlers.leave();
        if (!event.target.closest(".ess-list, .ess-sheet")) this.handlers.notes.say(ess.words.twoFingers);
      }
    }

    /** Without the focus nor Ctrl, the wheel belongs to the page. */
    _wheel(event) {
      const inside = this.home.contains(document.activeElement) && document.hasFocus();
      if (inside || event.ctrlKey || event.metaKey || this.handlers.free()) return;
      event.stopPropagation();
      this.handlers.notes.say(ess.words.wheel);
    }

    _key(event) {
      if (event.target !== this.home) return;
      if (event.key === "Enter") {
        const centre = this.map.getSize().divideBy(2);
        this.handlers.click(centre, this.map.getCenter(), false, CENTRE_REACH);
      } else if (event.key === "Escape") this.handlers.escape();
    }
  };
})();
