/** The chat's HTTP answers under `/api/v1/counters/<counter>/chat/…`, beside the frames of `chat.ts`. */
import { z } from 'zod';
import { ChatMessage, ConversationView, WidgetSettings } from './wire.ts';

/** `HH:MM`, 24 hours. */
const TimeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/**
 * Hours of some days: 1 (Monday) to 7. Those that end before they begin go over midnight into the next day;
 * those that end when they begin are the whole day.
 */
export const HoursSpan = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7),
  from: TimeOfDay,
  to: TimeOfDay,
});
export type HoursSpan = z.infer<typeof HoursSpan>;

/** When operators answer: within any of the spans. Null where a field holds it: always. */
export const WorkingHours = z
  .object({ timeZone: z.string().max(64), spans: z.array(HoursSpan).min(1).max(14) })
  .meta({ id: 'ChatWorkingHours' });
export type WorkingHours = z.infer<typeof WorkingHours>;

export const ChatTexts = z
  .object({
    title: z.string().max(255),
    greeting: z.string().max(1_000),
    offlineText: z.string().max(1_000),
  })
  .meta({ id: 'ChatTexts' });
export type ChatTexts = z.infer<typeof ChatTexts>;

export const ChatDepartment = z
  .object({
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(255),
    hours: WorkingHours.nullable().default(null),
    /** Account ids of its operators; empty: everyone. */
    members: z.array(z.string().max(64)).max(200).default([]),
  })
  .meta({ id: 'ChatDepartment' });
export type ChatDepartment = z.infer<typeof ChatDepartment>;

/** How an operator is shown to visitors. */
export const ChatOperator = z
  .object({
    id: z.string().max(64),
    name: z.string().trim().max(255),
    title: z.string().trim().max(255).default(''),
    /** Address of a picture; empty: none. */
    picture: z.string().max(2_048).default(''),
  })
  .meta({ id: 'ChatOperator' });
export type ChatOperator = z.infer<typeof ChatOperator>;

/** Where the widget shows, decided on the page. */
export const ChatPlacement = z
  .object({
    urls: z
      .array(
        z.object({ op: z.enum(['is', 'contains', 'starts', 'not_contains']), value: z.string().max(2_048) }),
      )
      .max(50)
      .default([]),
    devices: z.enum(['all', 'desktop', 'mobile']).default('all'),
  })
  .meta({ id: 'ChatPlacement' });
export type ChatPlacement = z.infer<typeof ChatPlacement>;

/** Seconds that a visitor may wait for an answer before the inbox shows it as pressing, and as too long. */
export const ChatWaiting = z
  .object({
    soon: z.number().int().min(10).max(86_400).default(60),
    late: z.number().int().min(10).max(86_400).default(180),
  })
  .meta({ id: 'ChatWaiting' });
export type ChatWaiting = z.infer<typeof ChatWaiting>;

/** E-mails that the chat sends, where the server has an SMTP server to send them through. */
export const ChatMail = z
  .object({
    /** Where messages go that came while all operators were away; empty: nowhere. */
    team: z.email().max(255).or(z.literal('')).default(''),
    /** Minutes after a visitor left that an answer they have not read is mailed to them; 0: never. */
    answerAfter: z.number().int().min(0).max(1_440).default(10),
    language: z.enum(['en', 'ru']).default('en'),
  })
  .meta({ id: 'ChatMail' });
export type ChatMail = z.infer<typeof ChatMail>;

/** `GET|PUT …/chat/settings`: everything the owner sets; absent fields take their defaults. */
export const ChatSettings = z
  .object({
    enabled: z.boolean().default(false),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .default('#1864ab'),
    side: z.enum(['left', 'right']).default('right'),
    /** By language, e.g. `en`, `ru`; a language that is not there gets the built-in texts. */
    texts: z.record(z.string().regex(/^[a-z]{2}$/), ChatTexts).default({}),
    fields: z.array(z.enum(['name', 'email', 'phone'])).default(['name', 'email']),
    departments: z.array(ChatDepartment).max(50).default([]),
    operators: z.array(ChatOperator).max(200).default([]),
    hours: WorkingHours.nullable().default(null),
    show: ChatPlacement.prefault({}),
    waiting: ChatWaiting.prefault({}),
    mail: ChatMail.prefault({}),
  })
  .meta({ id: 'ChatSettings' });
export type ChatSettings = z.infer<typeof ChatSettings>;
export const ChatSettingsAnswer = z.object({
  settings: ChatSettings,
  /** Whether any page has shown the chat: a widget has connected since the server started, or a visitor has written. */
  seen: z.boolean().optional(),
  /** Whether the server has been given an SMTP server at all. */
  mail: z.object({ available: z.boolean() }).optional(),
});
/** `POST …/chat/mail/test`: a letter to the saved team address; `answer` is what the SMTP server said. */
export const ChatMailTest = z
  .object({ sent: z.boolean(), to: z.string(), answer: z.string() })
  .meta({ id: 'ChatMailTest' });
export type ChatMailTest = z.infer<typeof ChatMailTest>;

export const CannedReply = z
  .object({
    shortcut: z
      .string()
      .trim()
      .min(1)
      .max(32)
      .regex(/^[^\s/]+$/),
    text: z.string().trim().min(1).max(4_000),
  })
  .meta({ id: 'CannedReply' });
export type CannedReply = z.infer<typeof CannedReply>;
/** `GET|PUT …/chat/canned`. */
export const CannedReplies = z.object({ canned: z.array(CannedReply).max(500) });

/** `GET /chat/v1/settings/<counter>?language=en`: public; what the launcher needs before any socket. */
export const PublicChatSettings = z.object({
  settings: WidgetSettings,
  online: z.boolean(),
  /** What the counter's mode of consent asks of the chat, where it is another than `cookies` [P40, P41]. */
  consent: z.enum(['cookieless', 'ask']).optional(),
});
export type PublicChatSettings = z.infer<typeof PublicChatSettings>;

/** A person who may answer on the counter. `offline`: no console of theirs is connected. */
export const ChatTeamMember = z
  .object({
    id: z.string(),
    /** As visitors see them. */
    name: z.string(),
    /** What they sign in with. */
    email: z.string(),
    state: z.enum(['online', 'away', 'offline']),
    /** Ids of the departments that name them, or that name no one. */
    departments: z.array(z.string()),
  })
  .meta({ id: 'ChatTeamMember' });
export type ChatTeamMember = z.infer<typeof ChatTeamMember>;
/** `GET …/chat/team`: all people with permission to edit, by name. */
export const ChatTeam = z.object({ team: z.array(ChatTeamMember) });

/** `GET …/chat/conversations?state&assigned&before&limit`; `assigned` is `me`, `none` or an account's id. */
export const ConversationList = z.object({ conversations: z.array(ConversationView) });
/** `GET …/chat/conversations/<id>?after`. */
export const ConversationWithMessages = z.object({
  conversation: ConversationView,
  messages: z.array(ChatMessage),
});

/** `GET …/chat/people/<visitor>/story`. Times are milliseconds since the epoch. */
export const VisitorStoryAnswer = z
  .object({
    visits: z.array(
      z.object({
        startedAt: z.number(),
        trafficSource: z.string(),
        sourceEngine: z.string(),
        utm: z.object({
          source: z.string(),
          medium: z.string(),
          campaign: z.string(),
          content: z.string(),
          term: z.string(),
        }),
        referrer: z.string(),
        startUrl: z.string(),
        pageViews: z.number().int(),
        /** Seconds. */
        duration: z.number(),
        goals: z.array(z.object({ id: z.number(), name: z.string() })),
        country: z.string(),
      }),
    ),
    /** Pages of the latest visit, oldest first. */
    pages: z.array(z.object({ at: z.number(), url: z.string(), title: z.string() })),
    /** Earlier conversations, newest first. */
    conversations: z.array(ConversationView),
  })
  .meta({ id: 'ChatVisitorStory' });
export type VisitorStoryAnswer = z.infer<typeof VisitorStoryAnswer>;
