// What is seen of the conversation: a button, and a panel with all of it, apart from the styles of the page around.
import { sheet } from './style.js';
import { wordsIn } from './words.js';

const longestMessage = 300;

const made = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...content);
  return element;
};

const timeOf = (at, language) => made(
  'time', { datetime: new Date(at).toISOString() }, new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at));

export class View {
  element = made('div', { 'data-order-hotline': '' });
  #root = this.element.attachShadow({ mode: 'open' });
  #acts;
  #language;
  #languages;
  #telephone;
  #picture = { transcript: [], choices: [], offersOperator: false, isOver: false, isBusy: false, trouble: null };
  #toggle = made('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-controls': 'panel' });
  #title = made('h2', { id: 'title' });
  #picker = made('select', { class: 'language' });
  #save = made('button', { type: 'button', class: 'plain' });
  #close = made('button', { type: 'button', class: 'plain' });
  #log = made('div', { role: 'log', 'aria-live': 'polite', tabindex: '0', class: 'log' });
  #typing = made('div', { class: 'typing', 'aria-hidden': 'true' }, made('span'), made('span'), made('span'));
  #status = made('p', { role: 'status', class: 'status' });
  #again = made('button', { type: 'button', class: 'chip' });
  #choices = made('div', { role: 'group', class: 'choices' });
  #field = made('textarea', { rows: '1', maxlength: String(longestMessage), id: 'field' });
  #label = made('label', { for: 'field', class: 'unseen' });
  #send = made('button', { type: 'submit', class: 'send' });
  #panel = made('section', { id: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' });
  #told = 0;
  #wasChosen = false;

  constructor(language, languages, telephone, acts) {
    [this.#language, this.#languages, this.#telephone, this.#acts] = [language, languages, telephone, acts];
    this.#root.adoptedStyleSheets = [sheet];
    const form = made('form', {}, this.#label, this.#field, this.#send);
    const tools = made('div', { class: 'tools' }, this.#picker, this.#save, this.#close);
    this.#panel.append(made('header', {}, this.#title, tools), this.#log, this.#status, this.#choices, form);
    this.#root.append(this.#panel, this.#toggle);
    this.#picker.append(...languages.map((one) => made('option', { value: one, lang: one }, wordsIn(one).name)));
    this.#picker.value = language;
    this.#wire(form);
    this.#say();
    this.show(this.#picture);
  }

  /** Shows a picture of the conversation. */
  show(picture) {
    this.#picture = picture;
    const { transcript, isBusy, isOver, trouble } = picture;
    const say = wordsIn(this.#language);
    if (transcript.length < this.#told) this.#told = 0;
    if (this.#told === 0) this.#log.replaceChildren();
    this.#typing.remove();
    this.#log.append(...transcript.slice(this.#told).map((entry) => this.#entry(entry)));
    this.#told = transcript.length;
    if (isBusy && !trouble) this.#log.append(this.#typing);
    this.#status.replaceChildren(...(trouble ? [say[trouble]] : isBusy ? [made('span', { class: 'unseen' }, say.writing)] : []));
    if (trouble && !isBusy && trouble !== 'refused') this.#status.append(' ', this.#again);
    this.#field.disabled = isOver;
    this.#send.disabled = isOver || isBusy;
    this.#save.hidden = transcript.length === 0;
    this.#choose();
    this.#log.scrollTop = this.#log.scrollHeight; // last: what can be chosen takes its room from what was said
  }

  #entry({ who, words, at, language }) {
    const say = wordsIn(language);
    const isNote = who === 'note';
    const text = made('span', { class: 'words' }, isNote ? say[words] : words);
    return isNote
      ? made('p', { class: 'note', lang: language }, text)
      : made('p', { class: `said ${who}`, lang: language },
        made('span', { class: 'unseen' }, `${who === 'line' ? say.line : say.you}: `), text, ' ', timeOf(at, language));
  }

  #choose() {
    const { choices, offersOperator, isOver } = this.#picture;
    const say = wordsIn(this.#language);
    const buttons = choices.map((choice) => {
      const button = made('button', { type: 'button', class: 'chip' }, choice.label);
      button.addEventListener('click', () => { this.#wasChosen = true; this.#acts.choose(choice); });
      return button;
    });
    if (offersOperator && this.#telephone) {
      buttons.unshift(made('a', { class: 'chip call', href: `tel:${this.#telephone.replace(/[^+0-9]/g, '')}` }, say.call(this.#telephone)));
    }
    if (isOver) {
      const anew = made('button', { type: 'button', class: 'chip' }, say.beginAnew);
      anew.addEventListener('click', () => { this.#wasChosen = true; this.#acts.beginAnew(); });
      buttons.push(anew);
    }
    this.#choices.replaceChildren(...buttons);
    this.#choices.hidden = buttons.length === 0;
    // What was pressed is gone: the next that can be pressed stands where it was.
    if (this.#wasChosen && buttons.length > 0) {
      this.#wasChosen = false;
      buttons[0].focus({ preventScroll: true });
    }
  }

  #wire(form) {
    this.#toggle.addEventListener('click', () => this.#open(this.#panel.hidden));
    this.#close.addEventListener('click', () => this.#open(false));
    this.#panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.#open(false); });
    this.#again.addEventListener('click', () => this.#acts.tryAgain());
    this.#save.addEventListener('click', () => this.#download());
    this.#picker.addEventListener('change', () => {
      this.#language = this.#picker.value;
      this.#say();
      this.show(this.#picture);
      if (!this.#panel.hidden) this.#acts.speak(this.#language);
    });
    this.#field.addEventListener('keydown', (event) => {
      // Enter ends a word of Japanese before it ends the message.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = this.#field.value.trim();
      if (!words || this.#picture.isBusy || this.#picture.isOver) return;
      this.#field.value = '';
      this.#acts.write(words);
    });
  }

  #open(isOpen) {
    this.#panel.hidden = !isOpen;
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return this.#toggle.focus();
    this.#field.focus();
    this.#log.scrollTop = this.#log.scrollHeight;
    return this.#acts.open(this.#language);
  }

  #say() {
    const say = wordsIn(this.#language);
    this.#panel.lang = this.#language;
    this.#toggle.lang = this.#language;
    this.#title.textContent = say.title;
    this.#toggle.textContent = say.open;
    this.#close.textContent = say.close;
    this.#save.textContent = say.save;
    this.#send.textContent = say.send;
    this.#again.textContent = say.again;
    this.#label.textContent = say.field;
    this.#field.placeholder = say.hint;
    this.#picker.setAttribute('aria-label', say.language);
    this.#picker.hidden = this.#languages.length < 2;
    this.#log.setAttribute('aria-label', say.log);
    this.#choices.setAttribute('aria-label', say.choices);
  }

  #download() {
    const lines = this.#picture.transcript.map(({ who, words, at, language }) => {
      const say = wordsIn(language);
      const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' }).format(at);
      return who === 'note' ? `${time}  ${say[words]}` : `${time}  ${who === 'line' ? say.line : say.you}: ${words}`;
    });
    const address = URL.createObjectURL(new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }));
    made('a', { href: address, download: wordsIn(this.#language).file }).click();
    URL.revokeObjectURL(address);
  }
}
