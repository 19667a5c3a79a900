/** The second door: the same house from a terminal, for importing, pipelines and checking content. */
import { parseArgs } from 'node:util';
import { OperatorError } from '../error.ts';
import { assessBundle } from './assess-bundle.ts';
import { auditExport } from './audit-export.ts';
import { checkContent } from './check-content.ts';
import { drawBundle } from './draw-bundle.ts';
import { exportProject } from './export-project.ts';
import { importBundle, isBundle } from './import-bundle.ts';
import { importFiles } from './import-files.ts';
import type { Terminal } from './terminal.ts';

const usage = `bridgekeeper                      starts the bot
bridgekeeper import <file.csv …>  reads an inventory of integrations or applications
    --project <name>              into this project; without it, one named after the file
bridgekeeper import <export.json> makes an exported project again, the same to the last answer
    --project <name>              as a copy of this name
    --replace                     takes the place of the project that is there, which is kept in a file
bridgekeeper export               prints a project as JSON
    --format <format>             json, xlsx (a workbook), csv (the register) or report (Markdown, with its picture)
    --project <name>              needed where there is more than one
    --out <file>                  writes it to a file
bridgekeeper assess <bundle.json> judges an export; prints the findings
    --json                        as JSON
    --together                    and what only shows where all integrations are looked at together
    --checklist                   then what is met, open and not known of the guidance's checklist
    --register                    then what was decided about the risks, and the next steps
    --advice                      then how each integration could be built, and why
    --today <date>                as on that day, on which more answers may be old; else as on the day of the export
    --fail-on <severity>          exit code 1 where a risk is low, medium, high or critical, or worse
bridgekeeper audit <export.json>  prints who did what, when, and what was there before; --json
bridgekeeper landscape <bundle.json> draws an export
    --out <file.svg|file.png>     into this file
bridgekeeper check [folder]       checks the questions and rules, with those of a team's own folder
`;

/** Exit codes: 0 done · 1 a finding that --fail-on names, or something could not be done · 2 the command was not understood. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [verb, ...rest] = args;
  switch (verb) {
    case 'import': {
      const { positionals, values } = read(rest, {
        project: { type: 'string' },
        replace: { type: 'boolean' },
      });
      const name = values.project as string | undefined;
      if (positionals.some(isBundle))
        return importBundle(terminal, positionals, { name, replace: values.replace === true });
      return importFiles(terminal, positionals, name);
    }
    case 'export': {
      const { values } = read(rest, {
        project: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string' },
      });
      const { project: name, out, format } = values as Record<string, string | undefined>;
      return exportProject(terminal, { name, out, format });
    }
    case 'assess': {
      const { positionals, values } = read(rest, {
        json: { type: 'boolean' },
        together: { type: 'boolean' },
        checklist: { type: 'boolean' },
        advice: { type: 'boolean' },
        register: { type: 'boolean' },
        'fail-on': { type: 'string' },
        today: { type: 'string' },
      });
      return assessBundle(terminal, positionals, {
        json: values.json === true,
        together: values.together === true,
        checklist: values.checklist === true,
        advice: values.advice === true,
        register: values.register === true,
        failOn: values['fail-on'] as string | undefined,
        today: values.today as string | undefined,
      });
    }
    case 'audit': {
      const { positionals, values } = read(rest, { json: { type: 'boolean' } });
      return auditExport(terminal, positionals, values.json === true);
    }
    case 'landscape': {
      const { positionals, values } = read(rest, { out: { type: 'string' } });
      return drawBundle(terminal, positionals, values.out as string | undefined);
    }
    case 'check':
      return checkContent(terminal, read(rest, {}).positionals[0]);
    case 'help':
    case '--help':
    case '-h':
      terminal.print(usage);
      return 0;
    default:
      throw new OperatorError('usage', `“${verb}” is not a command`, usage.trimEnd().split('\n'));
  }
}

function read(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new OperatorError('usage', (error as Error).message.split('.')[0] ?? 'unreadable arguments');
  }
}
