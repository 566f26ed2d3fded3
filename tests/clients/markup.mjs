// Reads pages of the site and says what html-validate finds: node markup.mjs http://127.0.0.1:5080 /practicas/ /buscar/ …
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

const [origin, ...addresses] = process.argv.slice(2);
const rules = {
  extends: ['html-validate:standard'],
  root: true,
  rules: {
    // Some titles are long: they are what the thing is called.
    'long-title': 'off',
  },
};
const validator = new HtmlValidate(new FileSystemConfigLoader(rules));
let found = 0;
for (const address of addresses) {
  const page = await (await fetch(new URL(address, origin))).text();
  const report = await validator.validateString(page, 'page.html');
  for (const result of report.results) {
    for (const message of result.messages) {
      found++;
      console.log(`${address}:${message.line}: ${message.ruleId}: ${message.message}`);
    }
  }
}
console.log(`${found} found in ${addresses.length} pages`);
process.exitCode = found === 0 ? 0 : 1;
