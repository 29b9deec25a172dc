// node bundle.mjs SOURCE-FOLDER PLAIN-FOLDER BUNDLED-FOLDER: each function as one CommonJS file, which Node.js loads sooner than it does
// modules: once with the SDK beside it in node_modules, once minified and with what it needs of the SDK inside.
import { build } from 'esbuild';

const [source, plain, bundled] = process.argv.slice(2);
const each = {
  entryPoints: ['OrderTableRead', 'CancelOrder', 'ChangeOrderDate'].map((name) => `${source}/${name}.mjs`),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
};
await build({ ...each, outdir: plain, packages: 'external' });
await build({ ...each, outdir: bundled, minify: true, mainFields: ['module', 'main'] });
