// How it works: the way through the flows, what the bot understood, and what the functions were told and answered.
import { wordsFor } from './words.js';

const byId = (id) => document.getElementById(id);

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

const readable = (json) => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json; // an answer that is none says why
  }
};

const outcomeOf = (answer) => {
  try {
    const reply = JSON.parse(answer);
    return reply.outcome ?? reply.sessionState?.dialogAction?.type ?? '';
  } catch {
    return '';
  }
};

function invocation(happened, say) {
  const made = element('details', `call ${happened.failed ? 'failed' : ''}`);
  const summary = element('summary', '', `ƒ ${happened.function}`);
  if (happened.attempt > 1) summary.append(element('span', 'note', ` ${say.attempt(happened.attempt)}`));
  summary.append(element('span', 'note', ` → ${happened.failed ? happened.answer : outcomeOf(happened.answer)}`));
  if (happened.seconds > 0) summary.append(element('span', 'note', ` ${say.took(happened.seconds)}`));
  made.append(summary);
  for (const part of ['event', 'answer']) {
    const text = element('pre', '', readable(happened[part]));
    text.tabIndex = 0;
    made.append(element('h3', '', say[part]), text);
  }
  return made;
}

function stepItem(step, say) {
  const item = element('li', 'step');
  item.append(element('p', 'act', step.act === undefined ? say.ring : step.act));
  let visit;
  for (const happened of step.inside) {
    if (happened.flow) {
      if (visit?.dataset.flow !== happened.flow) {
        visit = element('p', 'visit');
        visit.dataset.flow = happened.flow;
        visit.append(element('strong', '', happened.flow));
        item.append(visit);
      }
      const action = element('span', 'action', happened.action);
      action.title = happened.type;
      visit.append(' ', action);
      if (!['next', 'end'].includes(happened.branch)) visit.append(element('span', 'branch', ` ${happened.branch}`));
    } else {
      visit = undefined;
      item.append(happened.function ? invocation(happened, say) : element('p', 'note', happened.note));
    }
  }
  return item;
}

/** Shows the call from inside, as far as it has come; nothing while it is closed. */
export function inside(picture, language) {
  if (!byId('inside').open) return;
  const say = wordsFor(language);
  const path = byId('path');
  const steps = picture.steps ?? [];
  const key = `${picture.call} ${language}`;
  if (path.dataset.of !== key) {
    path.dataset.of = key;
    path.replaceChildren();
  }
  path.querySelector('.waits')?.remove();
  for (const step of steps.slice(path.children.length)) path.append(stepItem(step, say));
  if (picture.phase === 'talking' && picture.waiting.action) {
    path.append(element('li', 'waits', say.waitsAt(picture.waiting.flow, picture.waiting.action)));
  }
}
