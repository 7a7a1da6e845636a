// `npm run dev`: the API, restarted when its sources change, and the pages with hot reload beside it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, install, pinnedNode, ROOT, say } from './stages.mjs';

const PAGES = 'http://localhost:5173';

await install();
const api = spawn(pinnedNode(), ['--watch', 'apps/api/src/main.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: environment({ DEMO: process.env.DEMO ?? 'on', ORIGIN: PAGES }),
});
const pages = spawn('npm', ['run', 'dev', '--silent'], {
  cwd: join(ROOT, 'apps/web'),
  stdio: 'inherit',
  env: environment({ API_ORIGIN: `http://127.0.0.1:${process.env.PORT ?? '3000'}` }),
});
say(`the pages are at ${PAGES}`);
const stop = () => {
  api.kill('SIGTERM');
  pages.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of [api, pages]) child.on('exit', stop);
