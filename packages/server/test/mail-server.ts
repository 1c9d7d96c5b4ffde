/** The server in a process of its own, to be killed; its clock goes ahead as the parent says. Argument: data folder. */
import { startServer } from './start-server.ts';

const [dataDir = '', smtp = '', port = '0'] = process.argv.slice(2);
let ahead = 0;
process.on('message', (given) => {
  ahead = Number(given);
});
const server = await startServer({
  dataDir,
  clock: { now: () => Date.now() + ahead },
  environment: {
    GOALPOST_PORT: port,
    GOALPOST_SMTP_URL: smtp,
    GOALPOST_MAIL_FROM: 'Shop <chat@goalpost.example>',
  },
});
process.send?.({ url: server.url, token: server.token });
