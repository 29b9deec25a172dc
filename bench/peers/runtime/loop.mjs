// node loop.mjs NAME.handler: the smallest loop on the Lambda Runtime API, for machines on which aws-lambda-ric cannot be built.
import { existsSync } from 'node:fs';
import http from 'node:http';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [name, exported] = process.argv[2].split('.');
const file = [`${process.cwd()}/${name}.js`, `${process.cwd()}/${name}.mjs`].find(existsSync);
const loaded = await import(file);
const handler = loaded[exported] ?? loaded.default[exported];

const send = (method, path, body) => new Promise((resolve, reject) => {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}`, headers }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
  });
  request.on('error', reject);
  request.end(body);
});

for (;;) {
  const { headers, body } = await send('GET', 'next');
  const reply = await handler(JSON.parse(body));
  await send('POST', `${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(reply));
}
