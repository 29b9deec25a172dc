// Prints a line for each finding in the templates that are named: file, severity, rule, resource and message, with tabs between.
const { CelEngine, TemplateFile } = require('@aws/cloudformation-validate');
const engine = new CelEngine();
for (const file of process.argv.slice(2)) {
  for (const found of engine.validateDetailed(new TemplateFile(file)).diagnostics) {
    console.log([file, found.severity, found.ruleId, found.entity?.logicalId ?? '', found.message.replaceAll(/\s+/g, ' ')].join('\t'));
  }
}
