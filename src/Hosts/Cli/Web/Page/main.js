// The page: shows whatever the telephone is, and sends whatever is done to it.
import * as conversation from './conversation.js';
import { inside } from './inside.js';
import * as outcome from './outcome.js';
import { Player } from './player.js';
import { send, watch } from './server.js';
import * as voice from './voice.js';
import { label, wordsFor } from './words.js';
import * as workshop from './workshop.js';

const byId = (id) => document.getElementById(id);
const asked = new URLSearchParams(location.search);
const pace = Math.min(Math.max(Number(asked.get('pace') ?? 1), 0), 4);

let picture;
let language = sessionStorage.getItem('language') ?? asked.get('language') ?? navigator.language;
let shownSteps = 0;
let replaying = false;
let readsAloud = false;

const say = () => wordsFor(language);

const player = new Player(
  {
    caller: (act) => conversation.caller(act, language),
    line: (line, parts) => conversation.line(line, parts, language),
    order: (order) => outcome.order(order, picture.before, language),
    messages: (all) => outcome.messages(all, language),
    quiet: () => {
      replaying = false;
      phase();
    },
  },
  pace,
  (line) => (readsAloud && line.of === 'Line'
    ? voice.speak(line.text, conversation.languageOf(line.text, line.language || language))
    : undefined));

function notice(text) {
  byId('notice').hidden = text === '';
  byId('notice').textContent = text;
}

async function attempt(path, body) {
  notice('');
  try {
    await send(path, body);
    return true;
  } catch (problem) {
    notice(problem.message);
    return false;
  }
}

function act(typed) {
  voice.hush();
  player.hurry();
  return attempt('/acts', { after: picture.steps.length, typed });
}

const take = () => attempt('/calls', { language });

// What is seen of each phase. The end is told when all has been said.
function phase() {
  const isOver = picture.phase === 'over' && player.isQuiet;
  const wasOver = !byId('after').hidden;
  document.body.dataset.phase = replaying ? 'talking' : picture.phase;
  byId('state').textContent = replaying ? say().stateReplaying
    : picture.phase === 'ringing' ? say().stateRinging : isOver ? say().stateOver : say().stateTalking;
  byId('ringing').hidden = picture.phase !== 'ringing';
  byId('talk').hidden = picture.phase === 'ringing';
  byId('acts').hidden = picture.phase !== 'talking';
  byId('after').hidden = !isOver;
  byId('hurry').hidden = player.isQuiet;
  byId('breaking').hidden = byId('editing').hidden = picture.phase === 'ringing' || (picture.call === 1 && !isOver && byId('breaking').hidden);
  if (isOver) {
    end();
    byId('captions').scrollTop = byId('captions').scrollHeight;
    if (!wasOver && !replaying) byId('afterHeading').focus({ preventScroll: true });
  }
}

function end() {
  byId('afterHeading').textContent = say()[`over${picture.end}`];
  const { listening, inAll, turns, untilAChangeIsAnnounced } = picture.times;
  byId('times').replaceChildren(...[[listening, say().listened], [inAll, say().inAll], [turns, say().turns(turns)]].map(([number, what]) => {
    const pair = document.createElement('div');
    const value = document.createElement('dd');
    const name = document.createElement('dt');
    value.textContent = Math.round(number);
    name.textContent = what;
    pair.append(name, value);
    return pair;
  }));
  byId('promise').hidden = untilAChangeIsAnnounced === undefined;
  byId('promise').textContent = untilAChangeIsAnnounced === undefined ? '' : say().promise(Math.round(untilAChangeIsAnnounced));
  byId('keep').download = picture.kept;
  byId('runs').textContent = picture.runs;
}

function begin(steps) {
  player.reset();
  conversation.clear();
  outcome.begin();
  outcome.order(picture.before ?? null, picture.before, language);
  outcome.messages([], language);
  player.play(steps);
}

function show(next) {
  const isFirst = picture === undefined;
  const isAnother = picture?.call !== next.call;
  picture = next;
  if (isFirst) settle();
  if (picture.phase === 'ringing') {
    outcome.order(picture.order, null, language);
    outcome.messages([], language);
  } else if (isAnother) {
    shownSteps = picture.steps.length;
    begin(picture.steps);
    if (isFirst) player.hurry(); // whoever comes back has heard it
  } else {
    player.play(picture.steps.slice(shownSteps));
    shownSteps = picture.steps.length;
  }
  rest();
}

function rest() {
  workshop.switches(picture, language, (broken) => attempt('/broken', { broken }));
  workshop.form(picture, language);
  inside(picture, language);
  voices();
  phase();
  conversation.suggest(picture, language, act);
}

function voices() {
  byId('voice').hidden = !voice.canSpeak(language);
  byId('voice').setAttribute('aria-pressed', readsAloud);
  byId('listen').hidden = !voice.canListen();
}

// The language is one in which the shop's line can be called.
function settle() {
  language = picture.languages.find((offered) => offered === language)
    ?? picture.languages.find((offered) => offered.slice(0, 2) === language.slice(0, 2)) ?? picture.languages[0];
  byId('languages').replaceChildren(...picture.languages.map((offered) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = offered;
    button.textContent = new Intl.DisplayNames(offered, { type: 'language' }).of(offered.slice(0, 2));
    button.addEventListener('click', () => speakIn(offered));
    return button;
  }));
  words();
}

function speakIn(other) {
  language = other;
  sessionStorage.setItem('language', other);
  words();
  if (picture.phase !== 'ringing') {
    outcome.order(picture.steps.at(-1).order, picture.before, language);
  } else {
    outcome.order(picture.order, null, language);
    outcome.messages([], language);
  }
  rest();
}

function words() {
  document.documentElement.lang = language.slice(0, 2);
  label(document, say());
  byId('shop').textContent = picture.shop || say().yourShopsName;
  document.title = `${picture.shop || say().yourShopsName} · Order Hotline`;
  for (const button of byId('languages').children) button.setAttribute('aria-pressed', button.lang === language);
}

conversation.wire(act);
workshop.wire(
  async (edit) => {
    if (await attempt('/shop', edit)) await (picture.phase === 'talking' ? notice(say().saved) : take());
  },
  () => language);
byId('take').addEventListener('click', take);
byId('again').addEventListener('click', take);
byId('replay').addEventListener('click', () => {
  replaying = true;
  begin(picture.steps);
  phase();
  byId('captions').focus({ preventScroll: true });
});
byId('hurry').addEventListener('click', () => {
  voice.hush();
  player.hurry();
});
byId('voice').addEventListener('click', () => {
  readsAloud = !readsAloud;
  if (!readsAloud) voice.hush();
  voices();
});
byId('listen').addEventListener('click', async () => {
  byId('listen').classList.add('listening');
  try {
    const heard = await voice.listen(picture.waiting?.language ?? language);
    if (heard) await act(heard);
  } catch (problem) {
    notice(problem.message);
  } finally {
    byId('listen').classList.remove('listening');
  }
});
byId('inside').addEventListener('toggle', () => picture && inside(picture, language));
voice.whenVoicesChange(voices);
watch(show, (isThere) => (isThere ? notice('') : notice(say().lost)));
