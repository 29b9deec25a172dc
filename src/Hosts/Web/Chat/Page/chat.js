// The chat of the order line, for a shop's page:
// <script type="module" src="https://line.shop.example/chat/chat.js" data-token="/line-token"></script>
// What the attributes mean: docs/chat.md of the project.
import { Conversation } from './conversation.js';
import { View } from './view.js';
import { languages, languageOf } from './words.js';

const tag = [...document.querySelectorAll('script[type="module"]')].find((script) => script.src === import.meta.url);
const { token, language, languages: offered, telephone } = tag?.dataset ?? {};
if (!token) throw new Error('The chat needs data-token on its script tag: the address of this page\'s own that answers {"token": "…"} for the customer.');

const spoken = offered ? offered.split(/[\s,]+/).map(languageOf).filter((one, at, all) => all.indexOf(one) === at) : languages;
const first = languageOf(language || document.documentElement.lang || navigator.language);
const conversation = new Conversation(new URL('..', import.meta.url), new URL(token, document.baseURI));
const view = new View(spoken.includes(first) ? first : spoken[0], spoken, telephone, {
  open: (said) => conversation.open(said),
  write: (words) => conversation.send({ said: words }, words),
  choose: ({ choose, label }) => conversation.send({ chosen: choose }, label),
  speak: (said) => conversation.speak(said),
  tryAgain: () => conversation.goOn(),
  beginAnew: () => conversation.begin(),
});
conversation.shown = (picture) => view.show(picture);
document.body.append(view.element);
