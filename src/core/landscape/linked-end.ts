/** The end of an integration, linked to the application that it names beyond doubt. */
import type { Application, End } from './landscape.ts';
import type { Recogniser } from './recognise.ts';

export type Known = Recogniser<Application>;

/** A link that is there stays: somebody may have set it by hand. */
export function linked(end: End, known: Known): End {
  if (end.application !== undefined || end.written === '') return end;
  const [application, doubt] = known.find(end.written);
  return application && !doubt ? { ...end, application: application.id } : end;
}
