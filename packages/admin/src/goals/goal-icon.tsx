/** The icon of a goal's kind, and the badge of one that made itself. */
import { descriptorOf, type Goal, type GoalIconName, type GoalTypeId } from '@goalpost/contract/goals';
import {
  IconAddressBook,
  IconArrowsVertical,
  IconBraces,
  IconClick,
  IconClock,
  IconCreditCard,
  IconDownload,
  IconEye,
  IconFiles,
  IconFileText,
  IconForms,
  IconHandClick,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPackage,
  IconPhone,
  IconReceipt,
  IconSearch,
  IconSend,
  IconShoppingBag,
  IconShoppingCart,
  IconStack2,
  IconStairsUp,
  IconThumbUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isChatGoal } from './chat-goal.ts';
import './goal-icon.css';

const ICONS: Readonly<Record<GoalIconName, typeof IconClick>> = {
  click: IconClick,
  page: IconFileText,
  pages: IconFiles,
  stairs: IconStairsUp,
  email: IconMail,
  phone: IconPhone,
  messenger: IconMessage2,
  social: IconThumbUp,
  file: IconDownload,
  search: IconSearch,
  payment: IconCreditCard,
  clock: IconClock,
  form: IconForms,
  button: IconHandClick,
  contact: IconAddressBook,
  'contact-sent': IconSend,
  scroll: IconArrowsVertical,
  activity: IconEye,
  cart: IconShoppingCart,
  purchase: IconReceipt,
  checkout: IconShoppingBag,
  order: IconPackage,
  params: IconBraces,
  multi: IconStack2,
};

/** Beside the name of the type, which says it all. */
export function KindIcon({ type }: { readonly type: GoalTypeId }) {
  const Icon = ICONS[descriptorOf(type).icon];
  return (
    <span className="gp-goal-icon" aria-hidden>
      <Icon size={16} stroke={1.6} />
    </span>
  );
}

export function GoalIcon({ goal }: { readonly goal: Pick<Goal, 'type' | 'conditions'> }) {
  const { t } = useTranslation();
  const Icon = isChatGoal(goal) ? IconMessageCircle : ICONS[descriptorOf(goal.type).icon];
  const type = t(`goalTypes.${goal.type}.name`);
  return (
    <span className="gp-goal-icon" role="img" aria-label={type} title={type}>
      <Icon size={18} stroke={1.6} />
    </span>
  );
}

export function AutoBadge() {
  const { t } = useTranslation();
  return (
    <span className="gp-auto" title={t('goals.autoHint')}>
      {t('goals.auto')}
    </span>
  );
}

/** Automatic, or the owner's own. */
export function SourceBadge({ goal }: { readonly goal: Pick<Goal, 'goal_source'> }) {
  const { t } = useTranslation();
  return goal.goal_source === 'auto' ? <AutoBadge /> : <span className="gp-own">{t('goals.own')}</span>;
}
