// What is said, as captions; and what the customer can do about it.
import { wordsFor } from './words.js';

const byId = (id) => document.getElementById(id);

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const isJapanese = (text) => /[ぁ-ヿ一-鿿]/u.test(text);

/** The language in which a text is written: an offer of another language is said in that one. */
export const languageOf = (text, language) => (language.startsWith('ja') && /[A-Za-z]/.test(text) && !isJapanese(text) ? 'en-US' : language);

const silent = '(silence)';
const operator = '(operator)';
const hangsUp = '(hang up)';

const add = (who, className, parts, text, language) => {
  const item = element('p', `caption ${className}`);
  item.append(element('span', 'who', who), ' ');
  const words = element('span', 'words');
  words.lang = language;
  const spans = parts.map((part) => element('span', 'word', part));
  words.append(...spans);
  item.append(words);
  const log = byId('captions');
  log.append(item);
  log.scrollTop = log.scrollHeight;
  return spans;
};

/** The customer does something. */
export function caller(act, language) {
  const say = wordsFor(language);
  const text = act === silent ? say.saysNothing : act === operator ? say.operatorAnswers : act === hangsUp ? say.hungUp
    : /^[0-9*#]+$/.test(act) ? say.key(act) : act;
  add(act === operator ? say.theOperator : say.you, act === operator ? 'aside' : 'yours', [text], text, language).forEach((word) => word.classList.add('said'));
}

/** The line says something, or something is told of the call. Gives the words, to be shown as they are said. */
export function line(spoken, parts, language) {
  const say = wordsFor(language);
  const [who, className] = {
    Line: [say.theLine, 'lines'],
    Operator: [say.theOperator, 'aside'],
  }[spoken.of] ?? [say.note, 'aside'];
  return add(who, className, parts, spoken.text, languageOf(spoken.text, spoken.language || 'en-US'));
}

export const clear = () => byId('captions').replaceChildren();

/** Shows what could be done now, as buttons. */
export function suggest(picture, language, act) {
  const say = wordsFor(language);
  const group = byId('suggestions');
  const focused = document.activeElement;
  const hadFocus = group.contains(focused) || focused === document.body || !focused.checkVisibility(); // what was pressed is gone
  group.replaceChildren(...(picture.phase === 'talking' ? picture.suggestions : []).map((typed) => {
    const isOfTheLine = !typed.startsWith('(') && !/^[0-9*#]+$/.test(typed);
    const text = typed === silent ? (picture.waiting.for === 'operator' ? say.wait : say.silence) : typed === operator ? say.operatorAnswers
      : isOfTheLine ? (isJapanese(typed) ? `「${typed}」` : `“${typed}”`) : say.key(typed);
    const button = element('button', isOfTheLine ? 'chip' : 'chip other', text);
    button.type = 'button';
    if (isOfTheLine) button.lang = isJapanese(typed) ? 'ja' : 'en';
    button.addEventListener('click', () => act(typed));
    return button;
  }));
  if (hadFocus) group.querySelector('button')?.focus({ preventScroll: true });
}

/** Wires the field, the keypad and the button that hangs up. */
export function wire(act) {
  const field = byId('words');
  byId('typed').addEventListener('submit', (event) => {
    event.preventDefault();
    act(field.value.trim());
    field.value = '';
  });
  byId('hangUp').addEventListener('click', () => act(hangsUp));
  for (const key of '123456789*0#') {
    const button = element('button', 'key', key);
    button.type = 'button';
    button.addEventListener('click', () => act(key));
    document.querySelector('#pad .keys').append(button);
  }
}
