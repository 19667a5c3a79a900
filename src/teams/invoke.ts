/** What a tapped Action.Execute gets back at once: only the person who tapped sees it, in that client. */
import type { TurnContext } from 'botbuilder';

/** Unanswered, the client says that the app cannot be reached. */
export async function answerInvoke(context: TurnContext, body?: object): Promise<void> {
  const value = { status: 200, ...(body && { body }) };
  if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value });
}

export function cardBody(card: object): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** A sentence under the card; what was typed into the card stays. Clients word an error response themselves. */
export function messageBody(text: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
