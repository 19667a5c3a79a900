/**
 * Draws the landscapes that the README shows: `docs/landscape.png`, the sample after some interviews, and
 * `docs/landscape-large.png`, sixty made-up applications.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeIntegration, listIntegrations, listProjects } from '../src/app/documents.ts';
import type { Answer } from '../src/core/interview/answer.ts';
import { sketchesOf } from '../src/core/landscape/sketch.ts';
import { drawLandscape } from '../src/render/landscape-picture.ts';
import { pictureOf } from '../src/render/reply-picture.ts';
import { answer, chose } from '../test/core/builders.ts';
import { openStage } from '../test/journeys/stage.ts';
import { landscape } from '../test/render/landscapes.ts';

const docs = join(import.meta.dirname, '..', 'docs');

/** What people said after the file was imported, by a part of the integration's name. */
const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  API020: { 'owner-alignment.purpose': 'same-data', 'business-continuity.outage-plan': 'work-stops' },
  GLI001: {
    'one-size-fits-all.delivery-means': 'web-call',
    'one-size-fits-all.frequency': 'on-demand',
    'one-size-fits-all.waits': 'user-waits',
  },
  'LAS/PBS': { 'one-size-fits-all.delivery-means': 'file', 'sensitive-data.signs-in-as': 'persons-account' },
  KKI001: { 'one-size-fits-all.delivery-means': 'file' },
  ARI007: { 'one-size-fits-all.delivery-means': 'file' },
  PRI001: { 'one-size-fits-all.delivery-means': 'file', 'sensitive-data.signs-in-as': 'persons-account' },
  ARI024: { 'one-size-fits-all.delivery-means': 'file', 'business-continuity.outage-plan': 'work-stops' },
};

const stage = await openStage();
try {
  await stage.take('Dana', { do: 'try-sample' });
  const { store } = stage.house;
  const id = (await listProjects(store))[0]?.id ?? '';
  for (const { id: integration, name } of await listIntegrations(store, id)) {
    const answers = Object.entries(said)
      .filter(([part]) => name.includes(part))
      .flatMap(([, table]) =>
        Object.entries(table).map(([key, option]): Answer => answer(key, chose(option))),
      );
    await changeIntegration(store, id, integration, (current) =>
      answers.length > 0 ? { ...current, answers: [...current.answers, ...answers] } : current,
    );
  }
  const { messages } = await stage.take('Dana', { do: 'landscape', name: '', page: 1 });
  const drawn = messages[0] && (await pictureOf(messages[0]));
  if (!drawn) throw new Error('the landscape of the sample has no picture');
  writeFileSync(join(docs, 'landscape.png'), drawn.png);
} finally {
  await stage.close();
}
const { png } = await drawLandscape(sketchesOf(landscape(60, 60)), {
  title: 'Landscape of a large programme',
  line: '60 applications, 84 integrations',
});
writeFileSync(join(docs, 'landscape-large.png'), png);
