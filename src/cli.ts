// bin/porchlight: finds the command, reads its options, runs it.
import { parseArgs } from 'node:util';
import { type Command, Misuse } from './commands/command.ts';

/** A new command is a file in src/commands/ and a line here. Each is loaded only when it is asked for. */
const COMMANDS: Record<string, () => Promise<{ default: Command }>> = {
  'form-circles': () => import('./commands/form-circles.ts'),
  match: () => import('./commands/match.ts'),
  triage: () => import('./commands/triage.ts'),
};

/** A reader that has seen enough closes the pipe (`porchlight … | head`): that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Misuse)) throw error;
  console.error(error.message);
  return 2;
});

async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview());
    return 0;
  }
  if (name === undefined) throw new Misuse(`Which command?\n\n${await overview()}`.trimEnd());
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new Misuse(`There is no command ${name}. There are: ${Object.keys(COMMANDS).join(', ')}.`);
  const { default: command } = await load();
  const values = read(name, command, args);
  if (values.help) {
    process.stdout.write(`porchlight ${name}: ${command.about}\n\n${command.help.trim()}\n`);
    return 0;
  }
  return await command.run(values);
}

function read(name: string, { options }: Command, args: string[]): Record<string, unknown> {
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    const [why] = String((error as Error).message).split('\n');
    throw new Misuse(`${why} (porchlight ${name} --help tells what it understands)`);
  }
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(
      async ([name, load]) => `  ${name.padEnd(14)}${(await load()).default.about}`,
    ),
  );
  return `porchlight <command> [options]\n\n${lines.join('\n')}\n\nporchlight <command> --help tells more.\n`;
}
