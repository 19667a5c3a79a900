import { test } from 'vitest';
import { answer } from './answering.ts';
import { meet } from './meeting.ts';
import { cards, fill, pick, tap, waitForCard, waitForText } from './playground.ts';

/** So many days from now, as an input for a date takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a risk is owned, another accepted until its fact changes, and a step clears a third', async () => {
  const { page, album, ask, tapFor } = await meet({
    album: 'register',
    before: ['import', 'samples/florida-palm/integrations.csv', '--project', 'Florida PALM'],
  });
  await answer(page, 'API020', 'Project manager', {
    'Accountable owner': 'A team or a shared mailbox',
    'Who decides': 'Nobody has been named',
  });

  // Owned.
  const risks = await ask('risks', 'Florida PALM has no single accountable owner');
  await album.keep(risks, 'risks');
  const orphan = await tapFor(
    risks,
    'Decide: It is not settled who decides when owners in Florida PALM disagree',
    'What will you do about it?',
  );
  await album.keep(orphan, 'decide');
  await tap(orphan, 'Reduce');
  await waitForText(orphan, 'Reduce the risk');
  await album.keep(orphan, 'reduce');
  await fill(orphan, 'Owner', 'Lee Park');
  await fill(orphan, 'Done by', inDays(30));
  await pick(orphan, 'Likelihood that remains', '1 of 5: hardly');
  await album.keepAsItIs(orphan, 'reduce-filled-in');
  await tap(orphan, 'Save');
  await waitForText(orphan, 'Decided: reduce it');
  await waitForText(orphan, 'Owner: Lee Park');
  await album.keep(orphan, 'reduced');

  // Accepted, until the fact it rests on changes.
  const accepted = await tapFor(
    risks,
    'Decide: Florida PALM has no single accountable owner',
    'What will you do about it?',
  );
  await tap(accepted, 'Accept');
  await waitForText(accepted, 'Accept the risk for a time');
  await fill(accepted, 'Why is it acceptable?', 'The agency names one in spring');
  await fill(accepted, 'Approved by', 'Megan Bowen');
  await fill(accepted, 'Until (the last day it holds)', inDays(60));
  await album.keepAsItIs(accepted, 'accept-filled-in');
  await tap(accepted, 'Save');
  await waitForText(accepted, 'Accepted until');
  await waitForText(accepted, 'Approved by: Megan Bowen');
  await album.keep(accepted, 'accepted');

  const answers = await ask('change', 'Tap Change beside an answer');
  const correction = await tapFor(answers, 'Change: Accountable owner', 'A correction');
  await pick(correction, 'Accountable owner', 'Nobody, or not settled');
  await tap(correction, 'Save');
  await waitForText(correction, 'No longer accepted: Florida PALM has no single accountable owner');
  await album.keep(correction, 'lapsed');
  const after = await ask('risks', 'Stage: Initiate');
  await waitForText(after, /No longer accepted: An answer has changed: Alex Wilber/);
  await waitForText(after, /Decided: reduce it\s– Lee Park/);
  await album.keep(after, 'risks-decided');

  // Done is what an answer shows.
  const steps = await ask('next steps', 'for you');
  await album.keep(steps, 'next-steps');
  const step = await tapFor(
    steps,
    'Open: Name one accountable owner for the application and enter…',
    'Done when',
  );
  await album.keep(step, 'step');
  const there = await cards(page).count();
  await tap(step, 'Done');
  await waitForText(step, 'aid to be done, not shown yet');
  await album.keep(step, 'said-to-be-done');
  const question = await waitForCard(page, 'A correction', there);
  await pick(question, 'Accountable owner', 'Yes, one named person');
  await tap(question, 'Save');
  await waitForText(question, 'No longer listed: Florida PALM has no single accountable owner');
  await album.keep(question, 'cleared');
});
