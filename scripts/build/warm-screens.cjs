'use strict';
/** Draws a question once, on a terminal that is none, and writes what V8 has compiled for it beside the screens. */
const {EventEmitter} = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const process = require('node:process');

const load = require(path.join(process.argv[2] ?? '', 'load.js'));
const nothing = () => {};
const stdin = Object.assign(new EventEmitter(), {
	isTTY: true,
	setEncoding: nothing,
	setRawMode: nothing,
	resume: nothing,
	pause: nothing,
	ref: nothing,
	unref: nothing,
	read: () => null,
});
const stdout = Object.assign(new EventEmitter(), {isTTY: true, columns: 80, rows: 24, write: () => true});

void load('conversation.js').ready.then(async (/** @type {any} */ {inkConversation}) => {
	const conversation = inkConversation({stdin, stdout, unicode: true, end: nothing});
	const choices = ['one', 'two'].map(label => ({value: label, label, hint: label}));
	await conversation.progress('Looking', async () => {});
	conversation.tell([{tone: 'plain', text: 'claude', label: 'now'}]);
	void conversation.choose({title: 'Which?', about: [], trail: [], canGoBack: false, choices, start: 0, size: 'few'});
	await new Promise(resolve => setTimeout(resolve, 50));
	for (const {filename, script} of load.scripts) fs.writeFileSync(`${filename}.code`, script.createCachedData());
	process.exit(0);
});
