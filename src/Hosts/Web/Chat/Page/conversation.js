// The conversation: one message after the other, each until it is answered. What is known of it outlives a reload, in this tab alone.

const storage = 'order-hotline-chat';
const mostTries = 8;
const longestWait = 15_000;

const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Whose token it is, as a text that tells nothing to who reads the storage. */
const ownerOf = async (token) => {
  const claims = JSON.parse(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${claims.iss} ${claims.phone_number}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

export class Conversation {
  #line;
  #tokenAddress;
  #token;
  #kept = { transcript: [], answer: null, pending: null };
  #owner;
  #language;
  #isBusy = false;
  #trouble = null;

  /** Takes every picture of the conversation: what was said, what can be chosen, whether the line is writing, and what is in the way. */
  shown = () => {};

  constructor(line, tokenAddress) {
    this.#line = line;
    this.#tokenAddress = tokenAddress;
  }

  /** Goes on where this tab was, or begins. */
  async open(language) {
    this.#language = language;
    if (this.#owner) return this.#show();
    this.#isBusy = true;
    this.#show();
    try {
      await this.#signIn();
    } catch {
      this.#isBusy = false;
      this.#trouble = 'signIn';
      return this.#show();
    }
    this.#isBusy = false;
    const kept = JSON.parse(sessionStorage.getItem(storage) ?? 'null');
    if (kept?.owner === this.#owner && (kept.answer || kept.pending)) {
      this.#kept = kept;
      return this.goOn();
    }
    return this.begin();
  }

  begin(note) {
    this.#kept = { transcript: note ? [...this.#kept.transcript, this.#entry('note', note)] : [], answer: null, pending: { path: 'v1/chat', body: null } };
    return this.goOn();
  }

  /** Sends what was written or chosen. */
  send(act, words) {
    const { answer } = this.#kept;
    if (this.#isBusy || this.#kept.pending || !answer?.state) return undefined;
    if (words) this.#kept.transcript.push(this.#entry('customer', words));
    this.#kept.pending = { path: 'v1/chat/messages', body: { number: answer.number, state: answer.state, ...act } };
    return this.goOn();
  }

  /** Goes on in another language: the last question is asked again in it. */
  speak(language) {
    this.#language = language;
    return this.#owner && this.send({ chosen: 'Repeat' }) || this.#show();
  }

  /** Sends what waits to be sent, until it is answered or there is no sense in it. */
  async goOn() {
    this.#trouble = null;
    if (this.#isBusy) return;
    if (!this.#owner) return this.open(this.#language);
    if (!this.#kept.pending) return this.#show();
    this.#isBusy = true;
    this.#keep();
    this.#show();
    try {
      await this.#deliver();
    } finally {
      this.#isBusy = false;
      this.#keep();
      this.#show();
    }
  }

  async #deliver() {
    let isSignedInAnew = false;
    for (let tries = 1; tries <= mostTries; tries++) {
      const { path, body } = this.#kept.pending;
      const answer = await this.#post(path, body);
      if (answer?.ok) return this.#take(await answer.json());
      if (answer?.status === 401) {
        const renewed = !isSignedInAnew && await this.#signIn().then(() => true, () => false);
        if (!renewed) return this.#stop('signIn');
        isSignedInAnew = true;
        continue;
      }
      // Nobody can read what this page has kept: of another customer, or of a host that has lost its keys.
      if (answer?.status === 409) return this.#lose();
      if (answer && ![408, 429, 500, 502, 503, 504].includes(answer.status)) return this.#refuse();
      this.#trouble = answer?.status === 429 ? 'tooOften' : 'unreachable';
      this.#show();
      const asked = Number(answer?.headers.get('Retry-After')) * 1000 || 0;
      const ownWait = Math.min(longestWait, 500 * 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
      await wait(Math.max(asked, ownWait));
    }
    return this.#stop('gaveUp');
  }

  #post(path, body) {
    return fetch(new URL(path, this.#line), {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.#token}`,
        'Accept-Language': this.#language,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => null);
  }

  #take(answer) {
    this.#trouble = null;
    this.#kept.pending = null;
    this.#kept.answer = answer;
    this.#kept.transcript.push(this.#entry('line', answer.message));
  }

  #stop(trouble) {
    this.#trouble = trouble;
  }

  // What was sent is no message: it is not sent again, and another can be.
  #refuse() {
    this.#kept.pending = null;
    this.#trouble = this.#kept.answer ? 'refused' : 'gaveUp';
  }

  #lose() {
    this.#kept = { transcript: [], answer: null, pending: { path: 'v1/chat', body: null } };
    this.#kept.transcript.push(this.#entry('note', 'lost'));
    return this.#deliver();
  }

  async #signIn() {
    const answer = await fetch(this.#tokenAddress, { credentials: 'same-origin', headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok) throw new Error('not signed in');
    const { token } = await answer.json();
    const owner = await ownerOf(token);
    if (this.#owner && this.#owner !== owner) this.#kept.transcript = [];
    [this.#token, this.#owner] = [token, owner];
  }

  #entry(who, words) {
    return { who, words, at: Date.now(), language: this.#language };
  }

  #keep() {
    if (this.#kept.answer && !this.#kept.answer.state && !this.#kept.pending) sessionStorage.removeItem(storage);
    else sessionStorage.setItem(storage, JSON.stringify({ ...this.#kept, owner: this.#owner }));
  }

  #show() {
    const { transcript, answer, pending } = this.#kept;
    this.shown({
      transcript,
      choices: pending || this.#isBusy ? [] : answer?.choices ?? [],
      offersOperator: !pending && Boolean(answer?.offersOperator),
      isOver: Boolean(answer && !answer.state && !pending),
      isBusy: this.#isBusy,
      trouble: this.#trouble,
    });
  }
}
