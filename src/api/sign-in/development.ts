/** The embedded identity provider on the network: its own routes below /oidc, and the page on which somebody says who they are. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ASSURANCES, type Assurance, PARTY_KINDS } from '../../domain/vocabulary';
import { NotFound } from '../../errors';
import { ACR } from '../../identity/assurance-of';
import { PROVIDER_PATH } from '../../identity/development-clients';
import type { DevelopmentProvider, ProviderParts } from '../../identity/development-provider';
import type { Persona } from '../../identity/personas';
import { SECURITY_HEADERS } from '../server-headers';
import { formsIn } from './forms';
import { escaped, htmlOf, type Language, languageOf, PAGE_POLICY, sendPage } from './page';

const LOGIN_PAGE = '/development/sign-in';
export const loginPage: ProviderParts['loginPage'] = (uid) => `${LOGIN_PAGE}/${uid}`;

export interface DevelopmentSignIn {
  readonly provider: () => Promise<DevelopmentProvider>;
  readonly personas: () => Promise<readonly Persona[]>;
  readonly hasAccount: (subject: string) => Promise<boolean>;
}

const LEVELS = Object.keys(ASSURANCES) as Assurance[];

const TEXTS = {
  title: { nl: 'Aanmelden', en: 'Sign in' },
  note: {
    nl: 'Dit is de aanmelddienst van een ontwikkelserver: kies wie u bent. In productie staat hier bijvoorbeeld eHerkenning.',
    en: 'This is the identity provider of a development server: choose who you are. In production it is eHerkenning, for example.',
  },
  persona: { nl: 'Account', en: 'Account' },
  choose: { nl: 'Kies een account', en: 'Choose an account' },
  level: { nl: 'Hoe zeker is dat?', en: 'How sure is that?' },
  submit: { nl: 'Aanmelden', en: 'Sign in' },
  unknown: {
    nl: 'Dit account is er niet. Kies er een uit de lijst.',
    en: 'There is no such account. Choose one from the list.',
  },
  other: { nl: 'In English', en: 'In het Nederlands' },
  leave: { nl: 'Afmelden', en: 'Sign out' },
  leaving: { nl: 'Wilt u zich bij de aanmelddienst afmelden?', en: 'Sign out at the identity provider?' },
  stay: { nl: 'Aangemeld blijven', en: 'Stay signed in' },
  failed: { nl: 'Aanmelden lukt niet', en: 'Sign-in failed' },
  left: { nl: 'U bent afgemeld', en: 'You are signed out' },
} as const;

const LEVEL_TEXTS = {
  LOW: { nl: 'laag: alleen een wachtwoord', en: 'low: a password alone' },
  SUBSTANTIAL: { nl: 'substantieel: twee factoren (EH3)', en: 'substantial: two factors (EH3)' },
  HIGH: { nl: 'hoog: in persoon vastgesteld (EH4)', en: 'high: checked in person (EH4)' },
} as const satisfies Record<Assurance, Record<Language, string>>;

function options(personas: readonly Persona[]): string {
  const kinds = [...new Set(personas.map(({ kind }) => kind))];
  const option = ({ as, name }: Persona) => `<option value="${escaped(as)}">${escaped(name)} (${escaped(as)})</option>`;
  const group = (kind: Persona['kind']) =>
    `<optgroup label="${escaped(PARTY_KINDS[kind].nl)}">${personas
      .filter((one) => one.kind === kind)
      .map(option)
      .join('')}</optgroup>`;
  return kinds.map(group).join('');
}

interface Form {
  readonly language: Language;
  readonly personas: readonly Persona[];
  readonly level: Assurance;
  readonly problem: boolean;
}

function loginForm({ language, personas, level, problem }: Form): string {
  const say = (text: keyof typeof TEXTS) => escaped(TEXTS[text][language]);
  const radio = (one: Assurance) =>
    `<label><input type="radio" name="assurance" value="${one}"${one === level ? ' checked' : ''}> ${escaped(LEVEL_TEXTS[one][language])}</label>`;
  const other = language === 'nl' ? 'en' : 'nl';
  return `${problem ? `<p class="problem" role="alert">${say('unknown')}</p>` : ''}
      <p class="note">${say('note')}</p>
      <form method="post">
        <div class="field">
          <label for="as">${say('persona')}</label>
          <select id="as" name="as" required><option value="">${say('choose')}</option>${options(personas)}</select>
        </div>
        <fieldset><legend>${say('level')}</legend>${LEVELS.map(radio).join('')}</fieldset>
        <button type="submit">${say('submit')}</button>
      </form>
      <p><a href="?lang=${other}" lang="${other}">${say('other')}</a></p>`;
}

/** A page of the provider itself, which has no part in our replies. */
export const providerPage: ProviderParts['page'] = (context, about, form = '') => {
  const language = languageOf(context.acceptsLanguages('nl', 'en'));
  const say = (text: keyof typeof TEXTS) => escaped(TEXTS[text][language]);
  const button = (text: 'leave' | 'stay', answer: string) =>
    `<button type="submit" form="op.logoutForm"${answer}>${say(text)}</button>`;
  const bodies = {
    leave: `<p>${say('leaving')}</p>${form}<p>${button('leave', ' name="logout" value="yes"')} ${button('stay', '')}</p>`,
    left: '<p><a href="/">Early Warning System</a></p>',
    failed: `<p class="problem">${escaped(NOTHING_ASKED.sentence[language])}</p>`,
  };
  context.set('content-security-policy', PAGE_POLICY);
  context.body = htmlOf({ language, title: TEXTS[about], body: bodies[about] });
};

/** The provider's own words for it say too much of how it works. */
const NOTHING_ASKED = new NotFound({
  en: 'This page belongs to a sign-in that is over, or was begun in another browser. Begin again at /auth/login.',
  nl: 'Deze pagina hoort bij een aanmelding die voorbij is, of in een andere browser is begonnen. Begin opnieuw op /auth/login.',
});

export function developmentSignInRoutes({ provider, personas, hasAccount }: DevelopmentSignIn) {
  const asked = async (request: FastifyRequest, reply: FastifyReply) =>
    (await provider()).asked(request.raw, reply.raw).catch(() => {
      throw NOTHING_ASKED;
    });

  async function show(request: FastifyRequest, reply: FastifyReply, problem = false) {
    const { language: wanted, acr } = await asked(request, reply);
    const language = languageOf((request.query as { lang?: string }).lang ?? wanted);
    const level = LEVELS.find((one) => acr.split(' ').includes(ACR[one])) ?? 'SUBSTANTIAL';
    const body = loginForm({ language, personas: await personas(), level, problem });
    return sendPage(reply.code(problem ? 400 : 200), { language, title: TEXTS.title, body });
  }

  async function choose(request: FastifyRequest, reply: FastifyReply) {
    await asked(request, reply);
    const form = request.body as URLSearchParams;
    const as = form.get('as') ?? '';
    const level = LEVELS.find((one) => one === form.get('assurance'));
    if (!level || !(await hasAccount(as))) return show(request, reply, true);
    reply.hijack();
    await (await provider()).signIn(request.raw, reply.raw, as, level);
  }

  return (app: FastifyInstance) => {
    app.register(async (forms) => {
      formsIn(forms);
      forms.get(loginPage(':uid'), (request, reply) => show(request, reply));
      forms.post(loginPage(':uid'), choose);
    });
    app.register(async (whole) => {
      // It reads what it is sent by itself.
      whole.removeAllContentTypeParsers();
      whole.addContentTypeParser('*', (_request, _payload, done) => done(null));
      whole.all(`${PROVIDER_PATH}/*`, async (request, reply) => {
        const { handle } = await provider();
        reply.hijack();
        for (const [name, value] of Object.entries(SECURITY_HEADERS)) reply.raw.setHeader(name, value);
        handle(request.raw, reply.raw, { address: request.ip, traceId: request.id });
      });
    });
  };
}
