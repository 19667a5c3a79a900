import { bandOf, type Calculation, type Given } from '../calculation.ts';
import { atLeastOne, callInputs } from './load.ts';
import { lever, plain, ratioText } from './working.ts';

const kilobytes: Readonly<Record<string, number>> = { KB: 1, MB: 1024, GB: 1_048_576 };

/** What a message travels through, told by what was answered; each holds so much and no more. */
const channels: readonly {
  readonly input: string;
  readonly option: string;
  readonly limit: string;
  readonly name: string;
}[] = [
  { input: 'handOver', option: 'webhook', limit: 'webhook-size', name: 'a webhook of Dataverse' },
  {
    input: 'handOver',
    option: 'service-bus',
    limit: 'context-size',
    name: 'what Dataverse puts on Service Bus',
  },
  { input: 'service', option: 'dataverse', limit: 'dataverse-size', name: 'a request to Dataverse' },
  { input: 'service', option: 'power-automate', limit: 'flow-size', name: 'a message in Power Automate' },
  {
    input: 'service',
    option: 'business-central',
    limit: 'business-central-size',
    name: 'a request to Business Central',
  },
];
const queue = { limit: 'service-bus-size', name: 'a Service Bus message of the standard tier' };

/**
 * Does a message fit through what it travels through?
 *
 *     size = size of a record × records a call
 *     ratio = size ÷ the smallest thing it has to pass
 *
 * Dataverse leaves pictures and parameters out of an event that is too large, without an error.
 */
export const payload: Calculation = {
  id: 'payload',
  title: 'Size of a message against what it passes',
  inputs: {
    size: { question: 'one-size-fits-all.record-size', unit: 'KB' },
    batch: callInputs.batch,
    service: { question: 'storage-and-limits.service', optional: true },
    handOver: { question: 'storage-and-limits.hand-over', optional: true },
    means: { question: 'one-size-fits-all.delivery-means', optional: true },
    products: { question: 'platform-direction.products', optional: true },
  },
  limits: [...new Set(channels.map(({ limit }) => limit)), queue.limit],
  formula: 'size of a record × records a call ÷ the smallest message size on the way',
  source: 'Limits of each service, Microsoft Learn',
  run(given) {
    const [narrowest] = passed(given).sort((one, other) => one.most - other.most);
    if (!narrowest) return undefined;
    const size = given.most('size');
    const batch = atLeastOne(given.most('batch'));
    const load = size * batch;
    const ratio = load / narrowest.most;
    return {
      band: bandOf(ratio),
      ratio,
      working: () => [
        `${plain(size)} KB × ${plain(batch)} a call = ${plain(load)} KB`,
        `${plain(load)} ÷ ${plain(narrowest.most)} KB for ${narrowest.name} = ${ratioText(ratio)}`,
      ],
      lever: () =>
        lever(ratio, [
          {
            now: -batch,
            most: -1,
            words: (n) => `${plain(-n)} records a call`,
            ratioAt: (n) => (size * -n) / narrowest.most,
          },
          {
            now: -size,
            most: -1,
            words: (n) => `${plain(-n)} KB a record, the rest behind a link`,
            ratioAt: (n) => (batch * -n) / narrowest.most,
          },
        ]),
    };
  },
};

function passed(given: Given): { readonly most: number; readonly name: string }[] {
  const said = channels.filter(
    ({ input, option }) => given.has(input) && given.options(input).includes(option),
  );
  const isOnServiceBus =
    given.has('means') &&
    given.options('means').includes('queue') &&
    given.has('products') &&
    given.options('products').includes('azure');
  return [...said, ...(isOnServiceBus ? [queue] : [])].map(({ limit, name }) => {
    const { value, unit } = given.limit(limit);
    return { most: value * (kilobytes[unit] ?? 1), name };
  });
}
