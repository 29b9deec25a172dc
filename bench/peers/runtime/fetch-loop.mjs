// RUNTIME fetch-loop.mjs NAME.handler: the same small loop for other runtimes of JavaScript. It needs no more of one than fetch and
// createRequire, and where both are there fetch is what a runtime has made fastest.
import { createRequire } from 'node:module';

const invocations = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation`;
const [name, exported] = process.argv[2].split('.');
const handler = createRequire(`${process.cwd()}/`)(`./${name}.js`)[exported];
const headers = { 'Content-Type': 'application/json' };

for (;;) {
  const next = await fetch(`${invocations}/next`);
  const reply = await handler(await next.json());
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const taken = await fetch(`${invocations}/${id}/response`, { method: 'POST', headers, body: JSON.stringify(reply) });
  await taken.arrayBuffer();
}
