import {bash} from './bash.ts';
import type {Completer} from './completer.ts';
import {elvish} from './elvish.ts';
import {fish} from './fish.ts';
import {nushell} from './nushell.ts';
import {powershell} from './powershell.ts';
import {zsh} from './zsh.ts';

/** As common as they are. */
export const completers: readonly Completer[] = [bash, zsh, fish, powershell, elvish, nushell];
