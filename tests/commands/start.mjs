// `npm start`: from a fresh clone to the living demo. Installs, builds, migrates, plants the demo towns when the database
// is empty, and serves until it is stopped.
import { spawn } from 'node:child_process';
import { build, environment, install, pinnedNode, ROOT, say } from './stages.mjs';

try {
  await install();
  await build();
} catch (error) {
  say(error.message);
  process.exit(1);
}
say('starting (the first time, the demo towns are planted)');
const parent = process.ppid;
const server = spawn(pinnedNode(), ['apps/api/src/main.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: environment({ DEMO: process.env.DEMO ?? 'on', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' }),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill('SIGTERM'));
// npm's shell dies of a signal without passing it on; an orphan would keep the port.
setInterval(() => {
  if (process.ppid !== parent) server.kill('SIGTERM');
}, 500).unref();
server.on('exit', (status) => process.exit(status ?? 1));
