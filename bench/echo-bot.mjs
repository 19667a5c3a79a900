/** The least a bot on this server and this adapter can be: what every turn is measured against. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  // @ts-expect-error The types of restify and botbuilder disagree on optional properties.
  await adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`You said ${context.activity.text}`);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
