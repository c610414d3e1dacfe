/** A word for a service, as it stands in the settings of a translator: its id in the catalogue, or the telling part of its host. */
export function serviceName({hostname}: URL, id: string | null): string {
	if (id !== null) return id;
	if (/^[\d.:[\]]+$|^localhost$/.test(hostname)) return 'local';
	return hostname.split('.').at(-2) ?? hostname;
}
