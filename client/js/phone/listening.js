/** Listening: the question and what one chooses from are read aloud, each in its own language. */

const READ = "h1, h2, h3, legend, label:not(.choice, .number), .text, .choice > span, .pick [lang], .notice, .hint, .next";
/** What one wrote oneself, and what others wrote, is not read from the top: it would never end. */
const NOT_READ = "#mine, #kept, .spoken, [hidden], [aria-hidden=true]";

export class Listening {
  isSpeaking = false;
  /** What is under way: an older reading that ends says nothing of a newer one. */
  turn = 0;

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw;
    addEventListener("pagehide", () => this.stop());
  }

  /** @param {Element} main */
  start(main) {
    this.stop();
    const turn = this.turn;
    const said = pieces(main).map(utterance).filter((each) => each !== null);
    const ended = () => turn === this.turn && this.stop();
    said.at(-1)?.addEventListener("end", ended);
    said.forEach((each) => each.addEventListener("error", ended));
    this.isSpeaking = said.length > 0;
    said.forEach((each) => speechSynthesis.speak(each));
    this.redraw();
  }

  stop() {
    this.turn += 1;
    this.isSpeaking = false;
    speechSynthesis.cancel();
    this.redraw();
  }
}

/** @param {Element} main @returns {{text: string, lang: string}[]} */
function pieces(main) {
  const all = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(READ)]);
  const read = all.filter((each) => !each.closest(NOT_READ) && each.offsetParent && !all.some((other) => other !== each && other.contains(each)));
  return read.map((each) => ({ text: each.innerText.trim(), lang: langOf(each) })).filter(({ text }) => text);
}

/** Of the words, where they alone say it. @param {Element} of */
function langOf(of) {
  const inner = of.children.length === 1 ? of.querySelector("[lang]") : null;
  return (inner ?? of).closest("[lang]:not([lang=''])")?.getAttribute("lang") ?? document.documentElement.lang;
}

/** None, where this phone has no voice for it. @param {{text: string, lang: string}} piece */
function utterance({ text, lang }) {
  const voice = speechSynthesis.getVoices().find((each) => each.lang.startsWith(lang));
  if (!voice) return null;
  return Object.assign(new SpeechSynthesisUtterance(text), { lang: voice.lang, voice });
}
