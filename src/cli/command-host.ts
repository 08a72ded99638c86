/** What all commands are added to. */
import type { Command } from 'commander';
import type { ExitCode } from './findings.ts';
import type { Terminal } from './terminal.ts';

type Run = (command: () => Promise<ExitCode>) => Promise<void>;

export interface CommandHost {
  readonly program: Command;
  readonly terminal: Terminal;
  readonly run: Run;
}
