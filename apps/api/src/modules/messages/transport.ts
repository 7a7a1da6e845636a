import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';

interface Mail {
  /** A name and an address apart: joined by hand, a name can smuggle in another receiver. */
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every try of one letter, so that a receiver can see it is the same. */
  readonly messageId: string;
}
export interface MailTransport {
  readonly send: (mail: Mail) => Promise<void>;
}

/** Mail by the configured server, or null when there is none. */
export function createMailTransport({
  smtpUrl,
  mailFrom,
}: Pick<Config, 'smtpUrl' | 'mailFrom'>): MailTransport | null {
  if (smtpUrl === null) return null;
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, socketTimeout: 30_000 });
  return {
    send: async (mail) => {
      await transport.sendMail({ ...mail, from: { name: 'Parvis', address: mailFrom } });
    },
  };
}
