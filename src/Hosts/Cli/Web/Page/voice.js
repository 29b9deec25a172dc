// Voice and microphone, where the browser has them. Tests put another module in this one's place.

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

/** Whether something can be read aloud in a language. Some browsers know their voices a moment after the page is there. */
export const canSpeak = (language) =>
  'speechSynthesis' in globalThis && speechSynthesis.getVoices().some((voice) => voice.lang.slice(0, 2) === language.slice(0, 2));

/** Tells when what can be spoken has changed. */
export function whenVoicesChange(told) {
  if ('speechSynthesis' in globalThis) speechSynthesis.addEventListener('voiceschanged', told);
}

/** Reads words aloud; done when they are said, or cannot be. */
export const speak = (text, language) => new Promise((done) => {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = language;
  utterance.onend = done;
  utterance.onerror = done;
  speechSynthesis.speak(utterance);
});

/** Falls silent. */
export const hush = () => 'speechSynthesis' in globalThis && speechSynthesis.cancel();

/** Whether the browser can listen. */
export const canListen = () => Recognition !== undefined;

/** Listens for one sentence. Nothing is empty; a microphone that cannot be had is thrown. */
export const listen = (language) => new Promise((heard, failed) => {
  const recognition = new Recognition();
  recognition.lang = language;
  recognition.onresult = (event) => heard(event.results[0][0].transcript);
  recognition.onerror = (event) => (event.error === 'no-speech' ? heard('') : failed(new Error(event.error)));
  recognition.onend = () => heard('');
  recognition.start();
});
