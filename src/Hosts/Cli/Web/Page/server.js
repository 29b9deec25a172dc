// The one place that talks with the command.

/** Shows every picture of the telephone to somebody, now and after every change. A lost connection is made again by the browser. */
export function watch(show, connected) {
  const events = new EventSource('/events');
  events.addEventListener('message', (event) => show(JSON.parse(event.data)));
  events.addEventListener('open', () => connected(true));
  events.addEventListener('error', () => connected(false));
}

/** Does something. What cannot be done is thrown, in words for a person. */
export async function send(path, body) {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}
