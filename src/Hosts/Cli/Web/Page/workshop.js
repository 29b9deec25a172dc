// What a shop owner tries after the first call: breaking things, and a shop of their own.
import { dayInWords, wordsFor } from './words.js';

const byId = (id) => document.getElementById(id);
const breakages = ['sameWishFourTimes', 'functionSlow', 'tableDown', 'operatorsClosed'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monday = Date.UTC(2024, 0, 1);

let dates = [];
let edited = '';

/** Shows what is broken. */
export function switches(picture, language, change) {
  const say = wordsFor(language);
  const group = byId('switches');
  if (group.children.length === 0) {
    for (const name of breakages) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'switch';
      button.dataset.name = name;
      button.setAttribute('role', 'switch');
      for (const part of ['title', 'told']) {
        const span = document.createElement('span');
        span.className = part;
        button.append(span);
      }
      button.addEventListener('click', () => {
        const on = [...group.querySelectorAll('[aria-checked="true"]')].map((other) => other.dataset.name);
        change(on.includes(name) ? on.filter((other) => other !== name) : [...on, name]);
      });
      group.append(button);
    }
  }

  for (const button of group.children) {
    button.setAttribute('aria-checked', picture.broken.includes(button.dataset.name));
    button.querySelector('.title').textContent = say[button.dataset.name];
    button.querySelector('.told').textContent = say[`${button.dataset.name}Told`];
  }
}

/** Shows the form. What is being typed stays until it is sent. */
export function form(picture, language) {
  const say = wordsFor(language);
  byId('save').textContent = picture.phase === 'talking' ? say.saveForNext : say.saveAndCall;
  const now = JSON.stringify([picture.edit, language]);
  if (now === edited) return;
  edited = now;
  const fields = byId('edit').elements;
  for (const name of ['item', 'name', 'ships', 'cutOff']) fields.namedItem(name).value = picture.edit[name];
  byId('weekdays').replaceChildren(...weekdays.map((weekday, at) => {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = 'weekday';
    box.value = weekday;
    box.disabled = picture.alwaysClosed.includes(weekday);
    box.checked = box.disabled || picture.edit.closedWeekdays.includes(weekday);
    const name = document.createElement('span');
    name.textContent = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(monday + at * 86_400_000);
    label.append(box, name);
    return label;
  }));
  dates = [...picture.edit.closedDates];
  closed(language);
}

function closed(language) {
  const say = wordsFor(language);
  byId('closedDates').replaceChildren(...dates.map((date) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip other';
    button.textContent = `${dayInWords(date, language, 'short')} ×`;
    button.setAttribute('aria-label', say.remove(dayInWords(date, language)));
    button.addEventListener('click', () => {
      dates = dates.filter((other) => other !== date);
      closed(language);
      byId('closedDate').focus();
    });
    item.append(button);
    return item;
  }));
}

/** Wires the form. */
export function wire(save, languageNow) {
  byId('addDate').addEventListener('click', () => {
    const date = byId('closedDate').value;
    if (date && !dates.includes(date)) dates = [...dates, date].sort();
    byId('closedDate').value = '';
    closed(languageNow());
  });
  byId('edit').addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = new FormData(byId('edit'));
    save({
      item: typed.get('item').trim(),
      name: typed.get('name').trim(),
      ships: typed.get('ships'),
      cutOff: typed.get('cutOff').slice(0, 5),
      closedWeekdays: [...byId('weekdays').querySelectorAll('input:checked:enabled')].map((box) => box.value),
      closedDates: dates,
    });
  });
}
