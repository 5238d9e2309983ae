/** Hours in which a site may be asked, by the clock of Beijing: agencies ask for nights. */

const form = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Asia/Shanghai; without summer time since 1991. */
const offset = 8 * hour;

export class Hours {
  readonly #from: number;
  readonly #length: number;

  /**
   * @param text `22:00-06:00`: from the first moment on, up to and without the second; over midnight where
   *   the second is the smaller one.
   * @throws {RangeError} for anything else.
   */
  constructor(text: string) {
    const [, fromHour, fromMinute, toHour, toMinute] = form.exec(text.trim()) ?? [];
    if (fromHour === undefined) throw new RangeError('expected hours such as 22:00-06:00');
    this.#from = Number(fromHour) * hour + Number(fromMinute) * minute;
    const to = Number(toHour) * hour + Number(toMinute) * minute;
    this.#length = (to - this.#from + day) % day || day;
    if (to > day) throw new RangeError('expected hours up to 24:00');
  }

  /** Milliseconds from a moment (ms since 1970) until the site may be asked; 0 within the hours. */
  waitAt(now: number): number {
    const since = (((now + offset - this.#from) % day) + day) % day;
    return since < this.#length ? 0 : day - since;
  }
}
