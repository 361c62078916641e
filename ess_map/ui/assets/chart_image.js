// Saves a chart as it is drawn, in SVG or in PNG, with the font of the pages inside: the file is the same wherever it is opened.
(() => {
  "use strict";
  if (window.atlasImages) return;
  window.atlasImages = true;

  const FONT = "Source Sans"; // as the charts name it
  const SCALE = 2; // pixels of the PNG for one of the screen: sharp once printed
  const EDGE = 12; // pixels around the drawing
  const TITLE = { size: 16, weight: 600, step: 20, letter: 8.4 }; // pixels; `letter` is the mean width of one
  const SOURCE = { size: 12, weight: 400, step: 15, letter: 6.2 };
  let face;

  /** The font as a style that a file can carry; without it the file names the font and the reader's own sans-serif stands in. */
  function carried() {
    const script = document.querySelector('script[src$="/page.js"]');
    face ??= fetch(new URL("../police.woff2", script.src))
      .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error("absente"))))
      .then(read)
      .then((data) => `@font-face{font-family:"${FONT}";font-weight:200 900;src:url(${data})}`)
      .catch(() => ((face = undefined), ""));
    return face;
  }

  function read(blob) {
    return new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.onerror = () => failed(reader.error);
      reader.readAsDataURL(blob);
    });
  }

  const make = (name, attributes, text = "") => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.textContent = text;
    return node;
  };

  /** Write the drawing as a document of its own, between its title and its source, on the paper and in the inks of the page. */
  async function written(drawn, { titre, source }) {
    const { width, height } = drawn.getBoundingClientRect(), inks = getComputedStyle(document.querySelector(".stApp"));
    const room = Math.ceil(width), above = lines(titre, room, TITLE), below = lines(source, room, SOURCE);
    const head = EDGE + TITLE.step * above.length + 8, foot = 6 + SOURCE.step * below.length + EDGE;
    const whole = { width: room + 2 * EDGE, height: Math.ceil(head + height + foot) };
    const root = make("svg", { ...whole, viewBox: `0 0 ${whole.width} ${whole.height}` });
    const say = (line, y, { size, weight }) =>
      make("text", { x: EDGE, y, "font-family": `${FONT}, sans-serif`, "font-size": size, "font-weight": weight, fill: inks.color }, line);
    root.append(
      make("style", {}, await carried()),
      make("rect", { ...whole, fill: inks.backgroundColor }),
      ...above.map((line, i) => say(line, EDGE + TITLE.step * i + TITLE.size, TITLE)),
      ...below.map((line, i) => say(line, head + height + 6 + SOURCE.step * i + SOURCE.size, SOURCE)),
    );
    const copy = drawn.cloneNode(true);
    for (const [key, value] of Object.entries({ x: EDGE, y: head, width, height })) copy.setAttribute(key, value);
    root.append(copy);
    return [new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" }), whole];
  }

  /** Cut a sentence in lines that hold in a width, pixels. */
  function lines(text, width, { letter }) {
    const most = Math.max(20, Math.floor(width / letter)), found = [];
    for (const word of text.split(" ")) {
      const last = found.at(-1);
      if (last !== undefined && last.length + word.length < most) found[found.length - 1] = `${last} ${word}`;
      else found.push(word);
    }
    return found;
  }

  async function painted(svg, { width, height }) {
    const image = new Image(), canvas = document.createElement("canvas");
    image.src = await read(svg);
    await image.decode();
    Object.assign(canvas, { width: SCALE * width, height: SCALE * height });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  document.addEventListener("click", async (event) => {
    const asked = event.target instanceof Element && event.target.closest("[data-image]");
    const drawn = asked && asked.closest('[class*="st-key-fil_"]')?.querySelector(".stVegaLiteChart svg");
    if (!drawn) return;
    const { image: kind } = asked.dataset, said = asked.parentElement.dataset, a = document.createElement("a");
    const [svg, size] = await written(drawn, said);
    a.href = URL.createObjectURL(kind === "png" ? await painted(svg, size) : svg);
    a.download = `${said.nom}.${kind}`;
    a.click();
    setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
  });
})();
