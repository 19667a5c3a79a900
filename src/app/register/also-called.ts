/** `risks <name>`: the applications that have the name of an integration, or a part of it, too. */
import type { Application, Project } from '../../core/landscape/landscape.ts';
import { fold, shorten } from '../project/integrations.ts';
import type { Button, NoticeReply } from '../reply.ts';
import type { FindingsReply } from './register-reply.ts';

/** Buttons that a card has room for. */
const mostButtons = 6;

interface Called {
  readonly sought: string;
  readonly applications: readonly Application[];
  /** They have the whole name. */
  readonly exact: boolean;
}

/** Where one has the whole name, no other is meant. */
export function applicationsCalled({ applications }: Project, sought: string): Called {
  const plain = fold(sought);
  const whole = applications.filter(({ name, id }) => fold(name) === plain || id === plain);
  if (whole.length > 0) return { sought, applications: whole, exact: true };
  const found = plain === '' ? [] : applications.filter(({ name }) => fold(name).includes(plain));
  return { sought, applications: found, exact: false };
}

/** Says which one is shown, and offers the other. */
export function withNamesakes(reply: FindingsReply, project: Project, called: Called): FindingsReply {
  const { sought, applications } = called;
  const [only] = applications;
  if (!only) return reply;
  const other =
    applications.length === 1 ? `the application ${only.name}` : `one of ${applications.length} applications`;
  return {
    ...reply,
    namesake: `This is the integration. “${shorten(sought)}” may mean ${other}, too.`,
    buttons: [...reply.buttons, wayTo(project, called, only)],
  };
}

/** Beside the integrations that match. */
export function besideMatches(notice: NoticeReply, project: Project, called: Called): NoticeReply {
  const [only] = called.applications;
  if (!only) return notice;
  const room = mostButtons - 1;
  return {
    ...notice,
    lines:
      notice.buttons.length > room
        ? ['These are the first. Say more of the name to find the others.']
        : notice.lines,
    buttons: [...notice.buttons.slice(0, room), wayTo(project, called, only)],
  };
}

function wayTo(project: Project, { sought, applications }: Called, { id, name }: Application): Button {
  return applications.length === 1
    ? {
        title: `${shorten(name)} (application)`,
        command: { do: 'show-summary', project: project.id, of: { scope: 'application', id }, page: 1 },
      }
    : { title: 'The applications', command: { do: 'landscape', name: sought, page: 1 } };
}
