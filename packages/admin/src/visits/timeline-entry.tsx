/** One thing that happened: a page, an event, an order, a goal, an invitation or a conversation. */
import type { TimelineItem } from '@goalpost/contract/chat';
import { shownAddress } from '@goalpost/contract/addresses';
import {
  IconBolt,
  IconFileText,
  IconMessage,
  IconShoppingCart,
  IconSpeakerphone,
  IconTarget,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCounter } from '../counter/counter-scope.tsx';
import { useTranslation } from 'react-i18next';
import { shortAddress } from '../chat/ui/names.ts';
import { useHitKind } from '../health/words.ts';
import { useFormat } from '../ui/format.ts';
import { Talk } from './talk.tsx';

interface Props {
  readonly item: TimelineItem;
  readonly counterId: number;
  readonly name: string;
}

const ICONS = {
  page: IconFileText,
  event: IconBolt,
  order: IconShoppingCart,
  goal: IconTarget,
  invitation: IconSpeakerphone,
  conversation: IconMessage,
} as const;

export function TimelineEntry({ item, counterId, name }: Props) {
  const format = useFormat(useCounter().time_zone_name);
  const Icon = ICONS[item.kind];
  return (
    <li data-kind={item.kind}>
      <time className="gp-number gp-dim" dateTime={new Date(item.at).toISOString()}>
        {format.time(item.at)}
      </time>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <div className="gp-timeline-what">
        {item.kind === 'conversation' ? (
          <Talk talk={item} counterId={counterId} name={name} />
        ) : (
          <Words item={item} />
        )}
      </div>
    </li>
  );
}

type Brief = Exclude<TimelineItem, { kind: 'conversation' }>;

const ORDERS = [
  'impressions',
  'click',
  'detail',
  'add',
  'remove',
  'checkout',
  'payment',
  'purchase',
  'refund',
] as const;

function Words({ item }: { readonly item: Brief }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const kindName = useHitKind();
  const money = (price: number, currency: string): string =>
    currency === '' ? format.decimal(price) : format.sums([{ currency, revenue: price }]);
  switch (item.kind) {
    case 'page':
      return <Line main={item.title || shortAddress(item.url)} detail={shownAddress(item.url)} />;
    case 'event':
      return (
        <Line
          main={item.name === '' ? kindName(item.what) : `${kindName(item.what)}: ${item.name}`}
          detail={shownAddress(item.url)}
        />
      );
    case 'goal':
      return (
        <Line
          main={t('timeline.goal', { name: item.name })}
          detail={item.price > 0 ? money(item.price, item.currency) : ''}
        />
      );
    case 'invitation':
      return <Line main={t(`timeline.invitation.${item.what}`)} detail={item.rule} />;
    case 'order': {
      const known = ORDERS.find((one) => one === item.action) ?? 'other';
      const facts = [
        item.order === '' ? '' : t('timeline.orderNumber', { id: item.order }),
        item.price === null ? '' : money(item.price, item.currency),
        item.products.join(', '),
      ];
      return <Line main={t(`timeline.order.${known}`)} detail={facts.filter(Boolean).join(' · ')} />;
    }
  }
}

function Line({ main, detail }: { readonly main: string; readonly detail: string }) {
  return (
    <>
      <span className="gp-timeline-main">{main}</span>
      {detail !== '' && detail !== main && (
        <span className="gp-dim gp-small gp-timeline-detail" title={detail}>
          {detail}
        </span>
      )}
    </>
  );
}
