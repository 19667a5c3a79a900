/** `npm run package -- <app id>`: the zip that Teams takes, with the id of the bot's registration in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const id = process.argv[2] ?? process.env.MicrosoftAppId ?? '';
if (!guid.test(id)) {
  process.stderr.write(
    'Name the app id of the bot: npm run package -- 00000000-0000-0000-0000-000000000000\n',
  );
  process.exit(2);
}
const folder = new URL('../manifest/', import.meta.url);
const manifest = readFileSync(new URL('manifest.json', folder), 'utf8').replaceAll(
  '00000000-0000-0000-0000-000000000000',
  id.toLowerCase(),
);
const zip = zipSync({
  'manifest.json': new TextEncoder().encode(manifest),
  'color.png': readFileSync(new URL('color.png', folder)),
  'outline.png': readFileSync(new URL('outline.png', folder)),
});
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });
writeFileSync(new URL('../dist/bridgekeeper.zip', import.meta.url), zip);
process.stdout.write('dist/bridgekeeper.zip: upload it in Teams under Apps → Manage your apps → Upload\n');
