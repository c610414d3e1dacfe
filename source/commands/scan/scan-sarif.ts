import {version} from '../version.ts';
import type {ScanFinding} from './scan-finding.ts';
import {type ScanRule, scanRules} from './scan-rules.ts';
import type {Showing} from './showing.ts';

/**
 * SARIF 2.1.0 in three parts, so that results are written as they come: `sarifStart`, results with commas between, `sarifEnd`. Rules
 * stand before the results and are therefore all listed. Columns count UTF-16 units.
 */
export function sarifStart(): string {
	const rules = ruleIds.map(id => {
		const {summary, level, help} = scanRules[id];
		return {
			id,
			shortDescription: {text: summary},
			fullDescription: {text: `${summary}. ${help}`},
			help: {text: help},
			defaultConfiguration: {level},
			properties: {tags: ['security'], ...(level === 'error' ? {'security-severity': '8.0'} : {})},
		};
	});
	const driver = {name: 'claude-auth-wizard', version, semanticVersion: version, rules};
	const head = {$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0'};
	return `${JSON.stringify(head).slice(0, -1)},"runs":[{"tool":${JSON.stringify({driver})},"columnKind":"utf16CodeUnits","results":[`;
}

export const sarifEnd = ']}]}';

const ruleIds = Object.keys(scanRules) as ScanRule[];

export function resultLine({id, severity, title, why, spot, commit, fix}: ScanFinding, {words, uri}: Showing): string {
	const shown = spot.shown === '' ? '' : ` ${words(spot.variable)} is ${words(spot.shown)}.`;
	const version = commit === null ? '' : ` It stands in commit ${commit}.`;
	const region = spot.line === null ? {} : {region: {startLine: spot.line, ...(spot.column === null ? {} : {startColumn: spot.column})}};
	return JSON.stringify({
		ruleId: id,
		ruleIndex: ruleIds.indexOf(id),
		level: severity === 'info' ? 'note' : severity,
		message: {text: `${words(title)}. ${words(why)}${shown}${version} ${fix.summary}`},
		locations: [{physicalLocation: {artifactLocation: {uri: uri(spot.file)}, ...region}}],
		...(commit === null ? {} : {properties: {commit}}),
	});
}
