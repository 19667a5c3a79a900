/** The made-up integration "web orders" of which every answer is known: one that is planned badly. */
import type { Said } from '../../../../src/core/interview/answer.ts';
import type { Integration, Project } from '../../../../src/core/landscape/landscape.ts';
import { application, chose, counted, integration, log, project, ticked } from '../../builders.ts';

export const products = { 'platform-direction.products': ticked('dataverse', 'azure') };

export const webOrders: Readonly<Record<string, Said>> = {
  'business-continuity.criticality': chose('mission-critical'),
  'owner-alignment.purpose': chose('same-data'),
  'expectations.delay-need': chose('user-waits'),
  'expectations.harm-if-late': chose('worked-around'),
  'expectations.need-origin': chose('old-system'),
  'expectations.data-use': ticked('act-on-it'),
  'one-size-fits-all.direction': chose('source-to-target'),
  'one-size-fits-all.system-of-record': chose('source'),
  'one-size-fits-all.frequency': chose('every-few-minutes'),
  'one-size-fits-all.interval': counted(15),
  'one-size-fits-all.run-minutes': counted(4),
  'one-size-fits-all.freshness': counted(5),
  'one-size-fits-all.delivery-means': chose('web-call'),
  'one-size-fits-all.waits': chose('user-waits'),
  'one-size-fits-all.records-per-day': counted(40_000),
  'one-size-fits-all.busiest-hour': counted(12_000),
  'one-size-fits-all.call-shape': chose('one-record'),
  'one-size-fits-all.calls-per-record': counted(3),
  'one-size-fits-all.harm': ticked('doubled'),
  'one-size-fits-all.repeat-recognition': chose('cannot'),
  'one-size-fits-all.on-failure': chose('endless-retries'),
  'storage-and-limits.service': chose('dataverse'),
  'storage-and-limits.server-time': counted(120),
  'storage-and-limits.identities': counted(1),
  'connectivity.round-trip': counted(180),
};

export function of(said: Readonly<Record<string, Said>> = webOrders): Integration {
  return integration(log(said));
}

export function around(more: Partial<Project> = {}): Project {
  return project({
    answers: log(products),
    applications: [
      application('shop', log({ 'connectivity.hosting': chose('on-premises') })),
      application('erp', log({ 'connectivity.hosting': chose('same-region') })),
    ],
    ...more,
  });
}
