"""Voices for a browser that has none: what would be said aloud is kept in `window.aloud`."""

VOICES = """(langs) => {
    window.aloud = [];
    const voices = [];
    const speech = new EventTarget();
    Object.assign(speech, {
        getVoices: () => voices,
        speak: (each) => window.aloud.push(each),
        cancel: () => (window.aloud = []),
        learn: (...langs) => {
            voices.push(...langs.map((lang) => ({ lang, name: lang })));
            speech.dispatchEvent(new Event("voiceschanged"));
        },
    });
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
}"""
