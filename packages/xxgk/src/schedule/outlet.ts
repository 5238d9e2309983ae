/** Where alarms go: the log, and a webhook where one is configured. */
import { AddressPolicy } from '@xxgk/ingest/fetch';
import { UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { type AlarmMessage, alarmLine } from './teller.ts';
import { Webhook } from './webhook.ts';

export interface OutletOptions {
  /** Overrides that of the sites file. */
  readonly webhook?: string | undefined;
  /** Private addresses that may be posted to. */
  readonly allowAddress?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

export interface Outlet extends AsyncDisposable {
  /** Returns at once. */
  readonly tell: (message: AlarmMessage) => void;
}

/** @throws {UsageError} when the webhook is no address that may be posted to. */
export function openOutlet(
  { webhook, allowAddress, json = false }: OutletOptions,
  terminal: Terminal,
): Outlet {
  const hook = webhook === undefined ? undefined : hookOf(webhook, allowAddress, terminal);
  return {
    tell: (message) => {
      if (json) terminal.out(`${JSON.stringify(message)}\n`);
      else terminal.say(alarmLine(message));
      hook?.post(message);
    },
    [Symbol.asyncDispose]: async () => hook?.[Symbol.asyncDispose](),
  };
}

function hookOf(url: string, allowed: readonly string[] | undefined, terminal: Terminal): Webhook {
  try {
    return new Webhook({ url, policy: new AddressPolicy(allowed), say: terminal.say });
  } catch (error) {
    if (error instanceof Error) throw new UsageError(`The webhook: ${error.message}`);
    throw error;
  }
}
