/**
 * A line of sh that reads one line without echo, for shells that cannot turn the echo on again after Ctrl-C by themselves. It goes
 * between single quotes: there are none in it, nor $ or double quotes, which csh would read.
 */
export const readHidden = 'trap stty\\ echo 0; trap exit\\ 130 1 2 15; stty -echo; head -n 1';
