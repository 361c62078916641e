// What HTML alone cannot do on our pages: follow our own links without reloading, drive the territory search by keyboard,
// and put French words where Streamlit has none of its own. Without this file every link still works, by reloading.
(() => {
  "use strict";
  if (window.atlasEss) return;
  window.atlasEss = true;

  const ours = (a) => /^(\.\/|\?)/.test(a.getAttribute("href") || "") && !a.target && a.closest(".stApp");
  const region = (name) => document.querySelector(`.st-key-${name}`);

  /** Go to an address of the product: Streamlit hears it as it hears the Back button, and reruns the page alone. */
  function follow(a) {
    const from = new URL(location.href), to = new URL(a.href);
    const said = (url) => url.pathname + decodeURIComponent(url.search); // Streamlit writes %3A where we write a colon
    if (said(to) === said(from)) return void (to.hash && arrive(to.hash.slice(1), false));
    a.closest("[data-q]")?.setAttribute("hidden", ""); // the choice is made: its list must not be chosen from again
    history.pushState({}, "", to.pathname + to.search);
    window.dispatchEvent(new PopStateEvent("popstate"));
    if (to.hash) arrive(to.hash.slice(1));
    else if (to.pathname !== from.pathname || to.searchParams.get("territoire") !== from.searchParams.get("territoire")) arrive("");
  }

  /** Bring a region into view once its new content is drawn, and the focus on its title: the next Tab goes on from there. */
  function arrive(name, wait = true) {
    const find = () => (name ? region(name)?.querySelector("h2, caption") : document.querySelector(".stApp .titre"));
    const before = wait ? find() : null, limit = Date.now() + 4000;
    const attempt = () => {
      const title = find();
      if ((!title || title === before) && Date.now() < limit) return void requestAnimationFrame(attempt);
      if (!title) return;
      // A list is taller than the screen: when its title is above, « nearest » would show its end.
      if (name) region(name).scrollIntoView({ block: title.getBoundingClientRect().top < 0 ? "start" : "nearest" });
      else scroller(title)?.scrollTo(0, 0);
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    };
    attempt();
  }

  function scroller(node) {
    for (let up = node.parentElement; up; up = up.parentElement) {
      if (up.scrollHeight > up.clientHeight && /auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
    }
    return null;
  }

  document.addEventListener("click", (event) => {
    const a = event.target instanceof Element && event.target.closest("a[href]");
    if (!a || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!ours(a)) return;
    event.preventDefault();
    follow(a);
  });

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-imprimer]")) window.print();
  });

  // ---- territory search: Enter goes to a sure answer, or to the list and says so; arrows walk through it, Escape comes back
  const suggestions = (box) => [...box.querySelectorAll(".suggestions a")];

  /** Wait for the answers to what is typed now, as long as it stays typed, then call; the server names the text it answers to. */
  function answered(box, input, then) {
    const asked = input.value;
    const attempt = () => {
      const list = box.querySelector("[data-q]");
      if (list && list.dataset.q === encodeURIComponent(asked.trim())) then(list);
      else if (input.isConnected && input.value === asked && document.activeElement === input) requestAnimationFrame(attempt);
    };
    attempt();
  }

  document.addEventListener("keydown", (event) => {
    const box = event.target instanceof Element && event.target.closest(".st-key-recherche, .st-key-recherche_reference");
    if (!box) return;
    const input = box.querySelector("input"), links = suggestions(box), at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && event.target === input && input.value.trim()) {
      answered(box, input, (list) => {
        const first = suggestions(box)[0];
        if (!first) return;
        if (list.dataset.sur === "1") return void follow(first);
        list.querySelector(".conseil")?.removeAttribute("hidden");
        first.focus({ focusVisible: true });
      });
    } else if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] || input).focus();
    } else if (event.key === "Escape" && at >= 0) {
      input.focus();
    }
  });

  document.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.closest(".st-key-territoire")) event.target.select();
  });

  // ---- words of Streamlit that have no setting
  const WORDS = {
    "Skip to main content": "Aller au contenu",
    "Clear entry": "Effacer la saisie",
    "Clear value": "Effacer",
    "Copy to clipboard": "Copier",
    Copied: "Copié",
    "Copied to clipboard": "Copié",
    "Close": "Fermer",
    "Running...": "Calcul en cours…",
    "Stop": "Arrêter",
    "Press Enter to apply": "Entrée pour valider",
    "Press Ctrl+Enter to apply": "Ctrl+Entrée pour valider",
    "Press ⌘+Enter to apply": "⌘+Entrée pour valider",
    "No results": "Aucun résultat",
    "Save as SVG": "Enregistrer en SVG",
    "Save as PNG": "Enregistrer en PNG",
    "Fullscreen": "Plein écran",
    "Close fullscreen": "Quitter le plein écran",
    "Show data": "Voir les données",
    "Show chart": "Voir le graphique",
    "Download as PNG": "Enregistrer en PNG",
    "Copy Vega-Lite spec": "Copier la description (Vega-Lite)",
    "Copied!": "Copié",
    "Main content": "Contenu",
    "Increment": "Augmenter",
    "Decrement": "Diminuer",
    "Link to heading": "Lien vers ce titre",
    "Connecting": "Connexion…",
    "streamlit_folium.st_folium": "Carte des acteurs de l’ESS",
  };

  const DATE = { dd: "jj", yyyy: "aaaa" }; // the parts of an empty date
  const PARTS = { day: "jour", month: "mois", year: "année" };

  /** Streamlit names a control alone, or before what it belongs to: « Fullscreen: title of the chart », « day, title of the field ». */
  function spoken(said) {
    const [, part, field] = /^(day|month|year), (.*)$/s.exec(said) || [], [, verb, object] = /^([A-Z][\w -]+): (.*)$/s.exec(said) || [];
    if (part) return `${PARTS[part]}, ${field}`;
    if (WORDS[verb]) return `${WORDS[verb]}\u00a0: ${object}`;
    return WORDS[said] || said.replace(/^Help for /, "Aide\u00a0: ");
  }

  function translate(node) {
    for (const name of ["aria-label", "title"]) {
      const said = node.getAttribute(name), word = said && spoken(said);
      if (said && word !== said) node.setAttribute(name, word);
    }
    if (node.dataset.placeholder && DATE[node.textContent]) return void (node.firstChild.data = DATE[node.textContent]);
    const text = node.childNodes.length === 1 && node.firstChild; // its value changes, never the node: it is Streamlit's
    if (text instanceof Text && WORDS[text.data]) text.data = WORDS[text.data];
  }

  const SPEAKING = "[aria-label], [title], a, button, span, div";
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target instanceof Text ? target.parentElement : target, ...addedNodes]) {
        if (!(node instanceof Element) || node.closest(".stHtml")) continue; // our own HTML is French, and holds names
        if (node.matches(SPEAKING)) translate(node);
        if (node !== target) node.querySelectorAll(SPEAKING).forEach(translate);
      }
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label", "title"] });
  document.querySelectorAll(SPEAKING).forEach(translate);
})();
