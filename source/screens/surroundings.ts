import {createContext, useContext} from 'react';
import type {Size} from './step.ts';
import {type Symbols, unicodeSymbols} from './symbols.ts';

/** What every screen draws by: the signs it may use and the room it has. */
export type Surroundings = {readonly symbols: Symbols; readonly size: Size};

export const SurroundingsContext = createContext<Surroundings>({symbols: unicodeSymbols, size: {columns: 80, rows: 24}});

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
