/**
 * Loaded before the job by `node --import`: its clock stands as many milliseconds ahead as CLOCK_AHEAD says. Whatever the
 * job asks the time of JavaScript for is answered so, in its worker threads too.
 */
const ahead = Number(process.env.CLOCK_AHEAD);
if (!Number.isSafeInteger(ahead)) throw new RangeError("CLOCK_AHEAD is not a number of milliseconds");

globalThis.Date = new Proxy(Date, {
  construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [date.now() + ahead] : given, made),
  apply: (date) => new date(date.now() + ahead).toString(),
  get: (date, name) => (name === "now" ? () => date.now() + ahead : Reflect.get(date, name)),
});
