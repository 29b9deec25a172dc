// The styles of the chat. A constructed sheet: no policy of the page's has to allow styles in it. What is important here outweighs the page around, which could
// otherwise style the one element of the chat that stands in it.

export const sheet = new CSSStyleSheet();

sheet.replaceSync(`
  :host { all: initial !important; display: block !important; position: fixed !important; inset: auto 1rem 1rem auto !important; z-index: 2147483000 !important;
    font: 16px/1.5 system-ui, sans-serif !important; color: #1d2430 !important; }
  [hidden] { display: none !important; }
  * { box-sizing: border-box; }
  button, select, textarea { font: inherit; color: inherit; }
  button { cursor: pointer; }
  :focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .toggle { display: block; margin-left: auto; padding: .7rem 1.2rem; border: 0; border-radius: 2rem; background: #1f4e79; color: #fff; box-shadow: 0 2px 10px #0004; }
  section:not([hidden]) + .toggle { display: none; }
  section { display: flex; flex-direction: column; width: min(24rem, calc(100vw - 2rem)); height: min(38rem, calc(100vh - 2rem));
    background: #fff; border: 1px solid #c5cdd8; border-radius: .8rem; box-shadow: 0 6px 30px #0003; overflow: hidden; }
  header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .5rem; padding: .5rem .8rem; background: #1f4e79; color: #fff; }
  h2 { flex: 1; margin: 0; font-size: 1rem; white-space: nowrap; }
  .tools { display: flex; gap: .25rem; align-items: center; }
  .plain, .language { padding: .2rem .5rem; border: 1px solid #9db8d2; border-radius: .4rem; background: #1f4e79; color: #fff; font-size: .85rem; }
  .log { flex: 1; overflow-y: auto; padding: .8rem; display: flex; flex-direction: column; gap: .5rem; background: #f4f6f9; }
  .log > :first-child { margin-top: auto; }
  p { margin: 0; }
  .said { max-width: 85%; padding: .5rem .8rem; border-radius: .8rem; overflow-wrap: anywhere; white-space: pre-line; }
  .line { align-self: flex-start; background: #fff; border: 1px solid #d5dbe3; border-bottom-left-radius: .2rem; }
  .customer { align-self: flex-end; background: #d8e8f7; border-bottom-right-radius: .2rem; }
  .note { align-self: center; color: #4a5565; font-size: .9rem; text-align: center; }
  time { margin-left: .4rem; font-size: .75rem; color: #4a5565; white-space: nowrap; }
  .typing { align-self: flex-start; display: flex; gap: .3rem; padding: .8rem; }
  .typing span { width: .5rem; height: .5rem; border-radius: 50%; background: #6b7686; animation: blink 1.2s infinite; }
  .typing span:nth-child(2) { animation-delay: .2s; }
  .typing span:nth-child(3) { animation-delay: .4s; }
  @keyframes blink { 50% { opacity: .2; } }
  @media (prefers-reduced-motion: reduce) { .typing span { animation: none; } }
  .status { padding: 0 .8rem; font-size: .9rem; color: #8a2c0d; background: #f4f6f9; }
  .choices { display: flex; flex-wrap: wrap; gap: .4rem; padding: .6rem .8rem; background: #f4f6f9; }
  .chip { padding: .35rem .8rem; border: 1px solid #1f4e79; border-radius: 1.2rem; background: #fff; color: #1f4e79; text-decoration: none; }
  .chip:hover { background: #e6eff8; }
  .call { background: #1f4e79; color: #fff; }
  form { display: flex; gap: .5rem; padding: .6rem .8rem; border-top: 1px solid #d5dbe3; }
  textarea { flex: 1; min-width: 0; padding: .4rem .6rem; border: 1px solid #6b7686; border-radius: .5rem; resize: none; background: #fff; }
  textarea:disabled { background: #eef1f5; }
  .send { padding: .4rem .9rem; border: 0; border-radius: .5rem; background: #1f4e79; color: #fff; }
  .send:disabled { background: #5c6776; cursor: default; }
  @media (max-width: 480px) {
    :host { inset: auto .5rem .5rem .5rem !important; }
    section { position: fixed; inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
  }
  @media (forced-colors: active) { .toggle, .chip, .send, .said { border: 1px solid; } }
`);
