// What comes of the call: the order's card, and the customer's own telephone.
import { dayInWords, wordsFor } from './words.js';

const byId = (id) => document.getElementById(id);

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

let shown;

/**
 * Shows the order as it is now.
 * @param order The order; null where there is none.
 * @param before The order when the call came in.
 */
export function order(order, before, language) {
  const say = wordsFor(language);
  byId('orderHeading').textContent = order ? say.order(order.id) : say.noOrder;
  const body = byId('orderBody');
  if (!order) {
    body.replaceChildren();
    shown = undefined;
    return;
  }

  const state = element('span', `pill ${order.state}`, say[order.state]);
  const date = element('p', 'date');
  const day = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${order.ships}T00:00:00Z`));
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${order.ships}T00:00:00Z`));
  date.append(element('span', 'label', say.ships), element('strong', 'day', day), element('span', 'weekday', weekday));
  const card = [element('p', 'item', order.item)];
  if (order.name) card.push(element('p', 'quiet', say.forName(order.name)));
  card.push(date);
  if (before && before.ships !== order.ships) card.push(element('p', 'instead', say.insteadOf(dayInWords(before.ships, language))));
  const counts = element('p', 'counts', order.changes === 0 ? say.noChange : say.changes(order.changes));
  if (order.requests > 1) counts.prepend(element('span', 'asked', say.requests(order.requests)), ' → ');
  card.push(counts);
  body.replaceChildren(state, ...card);

  const changed = shown && (shown.ships !== order.ships || shown.state !== order.state);
  byId('order').classList.toggle('cancelled', order.state === 'cancelled');
  if (changed) {
    byId('order').classList.remove('changed');
    requestAnimationFrame(() => byId('order').classList.add('changed'));
    byId('orderNews').textContent = order.state === 'cancelled' ? say.newsCancelled : say.newsShips(dayInWords(order.ships, language));
  }
  shown = order;
}

/** A call begins: nothing has changed yet. */
export function begin() {
  shown = undefined;
  byId('order').classList.remove('changed');
  byId('orderNews').textContent = '';
}

/** Shows every message that the customer has had; a new one slides in. */
export function messages(all, language) {
  const say = wordsFor(language);
  const list = byId('messages');
  if (all.length === 0) {
    list.replaceChildren(element('p', 'none', say.noMessages));
    return;
  }

  list.querySelector('.none')?.remove();
  const there = [...list.children].map((item) => item.dataset.text);
  const same = there.every((text, at) => text === all[at]?.text);
  if (!same) list.replaceChildren();
  for (const { text } of all.slice(same ? there.length : 0)) {
    const item = element('div', 'message');
    item.dataset.text = text;
    item.append(element('span', 'when', say.now), element('p', '', text));
    list.append(item);
  }
}
