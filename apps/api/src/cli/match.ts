import { readConfig } from '../config.ts';
import { runMatch } from './match/run.ts';

// A reader that has seen enough, such as `head`, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runMatch(process.argv.slice(2), {
  today: new Date(),
  databaseFile: () => readConfig(process.env).databaseFile,
  print: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
