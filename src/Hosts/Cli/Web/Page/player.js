// Plays the steps of a call one after the other, at the speed at which they would be spoken.

const segmentsOf = (text, language) =>
  [...new Intl.Segmenter(language || 'en', { granularity: 'word' }).segment(text)].map((part) => part.segment);

export class Player {
  #stage;
  #pace;
  #speak;
  #queue = [];
  #turn = 0;
  #running = false;
  #hurried = false;
  #wake = () => {};

  /**
   * @param stage Takes what happens: caller, line, order, messages, quiet.
   * @param pace How many seconds a second of speech takes; 0 for none.
   * @param speak Reads a line aloud, where somebody wants to hear it; else gives nothing.
   */
  constructor(stage, pace, speak) {
    this.#stage = stage;
    this.#pace = pace;
    this.#speak = speak;
  }

  get isQuiet() {
    return !this.#running;
  }

  /** Forgets what was to come: another call is played. */
  reset() {
    this.#turn += 1;
    this.#queue = [];
    this.#running = false;
    this.#wake();
  }

  play(steps) {
    this.#queue.push(...steps);
    if (!this.#running) this.#run(this.#turn);
  }

  /** Shows at once whatever is still being said. */
  hurry() {
    this.#hurried = true;
    this.#wake();
  }

  async #run(turn) {
    this.#running = true;
    this.#hurried = false;
    while (turn === this.#turn && this.#queue.length > 0) await this.#say(this.#queue.shift(), turn);
    if (turn === this.#turn) {
      this.#running = false;
      this.#stage.quiet();
    }
  }

  async #say(step, turn) {
    if (step.act !== undefined) this.#stage.caller(step.act);
    this.#stage.order(step.order);
    for (const line of step.lines) {
      if (turn !== this.#turn) return;
      await this.#reveal(line, turn);
    }
    if (turn === this.#turn) this.#stage.messages(step.messages);
  }

  // A reader of screens gets the whole line at once; whoever looks sees the words come.
  async #reveal(line, turn) {
    const parts = segmentsOf(line.text, line.language);
    const words = this.#stage.line(line, parts);
    const spoken = this.#hurried ? undefined : this.#speak(line);
    const pause = parts.length === 0 ? 0 : (line.seconds * this.#pace * 1000) / parts.length;
    for (const word of words) {
      word.classList.add('said');
      if (pause > 0 && !this.#hurried && turn === this.#turn) await this.#wait(pause);
    }
    if (spoken && !this.#hurried) await Promise.race([spoken, this.#wait(60_000)]);
  }

  #wait(milliseconds) {
    return new Promise((done) => {
      const timer = setTimeout(done, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
