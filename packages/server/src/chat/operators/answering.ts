/** Who answers at a moment: the counter, and which of its departments [C41, C46]. */
import type { ChatDepartment, ChatSettings } from '@goalpost/contract/chat';
import type { IsWorking } from './hours.ts';

/** As visitors are told. */
export interface Answering {
  readonly online: boolean;
  /** Ids of the departments that answer; absent: there are no departments. */
  readonly departments?: readonly string[];
}

export interface Staffed {
  readonly settings: Pick<ChatSettings, 'departments' | 'hours'>;
  /** Accounts of the operators who are there for the counter. */
  readonly staff: ReadonlySet<string>;
  readonly now: number;
}

export function answeringOf({ settings, staff, now }: Staffed, isWorking: IsWorking): Answering {
  const counter = staff.size > 0 && isWorking(settings.hours, now);
  if (settings.departments.length === 0) return { online: counter };
  const departments = settings.departments
    .filter((one) => isStaffed(one, staff) && isWorking(one.hours ?? settings.hours, now))
    .map(({ id }) => id);
  return { online: counter || departments.length > 0, departments };
}

/** One that names no members has the whole team. */
function isStaffed({ members }: ChatDepartment, staff: ReadonlySet<string>): boolean {
  return members.length === 0 ? staff.size > 0 : members.some((id) => staff.has(id));
}

/** @param department the one that the visitor asked for; null: none */
export function doesAnswer({ online, departments }: Answering, department: string | null): boolean {
  return department === null ? online : (departments ?? []).includes(department);
}

export function isSameAnswering(one: Answering, other: Answering): boolean {
  const [ids, others] = [one, other].map(({ departments = [] }) => departments.join('\n'));
  return one.online === other.online && ids === others;
}
