// Reads resources as JSON, { id: { type, properties, attributes } }, in which null stands for what CloudFormation works out, and prints a line for each property that the
// published specification of its type does not have, lacks, or has as something else, and for each attribute that is none. The last line says how many it looked at.
const { readFileSync } = require('node:fs');
const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec');
const spec = loadAwsServiceSpecSync();
let looked = 0;

const isNumber = (value) => typeof value !== 'object' && value !== '' && Number.isFinite(Number(value));
const scalars = {
  string: (value) => typeof value !== 'object',
  number: isNumber,
  integer: (value) => isNumber(value) && Number.isInteger(Number(value)),
  boolean: (value) => ['true', 'false'].includes(String(value)),
  'date-time': (value) => typeof value === 'string',
  json: () => true,
  tag: (value) => typeof value === 'object',
  null: () => false,
};

function problems(path, value, type) {
  looked++;
  if (value === null) return [];
  switch (type.type) {
    case 'array':
      return Array.isArray(value) ? value.flatMap((item) => problems(path, item, type.element)) : [`${path} is no list`];
    case 'map':
      return typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).flatMap(([name, item]) => problems(`${path}.${name}`, item, type.element))
        : [`${path} has no names`];
    case 'ref':
      return members(path, value, spec.get('typeDefinition', type.reference.$ref).properties);
    case 'union': {
      const each = type.types.map((one) => problems(path, value, one));
      return each.some((found) => found.length === 0) ? [] : each[0];
    }
    default:
      if (!scalars[type.type]) throw new Error(`${path} is of the kind ${type.type}, which this program does not know.`);
      return scalars[type.type](value) ? [] : [`${path} is no ${type.type}`];
  }
}

function members(path, value, known) {
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path} has no names`];
  return [
    ...Object.entries(value).flatMap(([name, item]) => (known[name] ? problems(`${path}.${name}`, item, known[name].type) : [`${path}.${name} is unknown`])),
    ...Object.entries(known).filter(([name, one]) => one.required && !(name in value)).map(([name]) => `${path}.${name} is missing`),
  ];
}

for (const [id, { type, properties, attributes }] of Object.entries(JSON.parse(readFileSync(process.argv[2], 'utf8')))) {
  const [resource] = spec.lookup('resource', 'cloudFormationType', 'equals', type);
  const found = resource
    ? [...members(id, properties, resource.properties), ...attributes.filter((name) => !(name in resource.attributes)).map((name) => `${id} has no attribute ${name}`)]
    : [`${id} is a ${type}, which is unknown`];
  found.forEach((line) => console.log(line));
}
console.log(looked);
