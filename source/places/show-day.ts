/** `2026-11-21`, in UTC; an impossible time stays a number. */
export function showDay(time: number): string {
	return Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : `${time}`;
}
