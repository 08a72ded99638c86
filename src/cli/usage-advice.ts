/** What helps where a command was not understood, in the words of the command line itself: which it has, and what was meant. */
import type { Command } from 'commander';
import { suggest } from '../suggestion.ts';
import { knownFormats } from '../write/targets.ts';

/** A message of the command line with what to do about it. @param asked the first word that was given */
export function advised(message: string, program: Command, asked: string | undefined): string {
  if (!message.startsWith('error: ') || message.includes('Did you mean')) return message;
  const advice = adviceFor(message, program, asked);
  return advice === null ? message : `${message.trimEnd()}\n(${advice})\n`;
}

function adviceFor(message: string, program: Command, asked: string | undefined): string | null {
  const [, what = '', name = ''] = /^error: unknown (command|option) '(.*)'/s.exec(message) ?? [];
  if (what === 'command') {
    const meant = suggest(name.split(' ', 1)[0] ?? '', namesIn(program));
    return meant === null ? 'etrati --help lists all commands.' : `Did you mean ${meant}?`;
  }
  const command = program.commands.find((each) => [each.name(), ...each.aliases()].includes(asked ?? ''));
  if (command === undefined)
    return what !== 'option' ? null : name === '-v' ? 'Did you mean --version?' : 'etrati --help lists all options.';
  const options = command.options.map(({ long }) => long);
  const format = knownFormats.find((each) => `--${each}` === name);
  if (format !== undefined && options.includes('--format')) return `Did you mean --format ${format}?`;
  const help = `etrati ${command.name()} --help`;
  if (what === 'option') return `${help} lists its options.`;
  if (message.startsWith('error: too many arguments') && options.includes('--base'))
    return `Is the second file the one that all documents begin with? Write --base before it. ${help} shows all.`;
  if (message.startsWith('error: too many arguments'))
    return `${help} shows what it takes. A name with spaces is put in quotation marks.`;
  return /missing/.test(message) ? `${help} shows what it takes.` : null;
}

const namesIn = ({ commands }: Command): readonly string[] =>
  commands.flatMap((each) => [each.name(), ...each.aliases()]);

/** Ends a command whose option or argument has no value: an empty one, as an unset variable of a shell leaves, or the next option. */
export function refuseNoValue(command: Command): void {
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    const isOption = command.options.some(({ long }) => long !== undefined && long === value);
    if (value === '' || isOption) command.error(`error: option '${option.flags}' argument missing`);
  }
  for (const [index, value] of command.args.entries())
    if (value.trim() === '') {
      const name = command.registeredArguments[Math.min(index, command.registeredArguments.length - 1)]?.name();
      command.error(`error: argument '${name}' is empty`);
    }
}
