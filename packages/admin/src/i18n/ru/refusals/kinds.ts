/** What is said of a refusal whose sentence is not known, by its kind. */
import type { ErrorType } from '@goalpost/contract/management';

export const kinds: Readonly<Record<ErrorType, string>> = {
  invalid_parameter: 'Сервер не принял значение',
  missing_parameter: 'Не хватает обязательного значения',
  invalid_json: 'Запрос не разобрать',
  limit_exceeded: 'Предел исчерпан',
  filter_limits: 'Фильтр слишком велик',
  query_error: 'Такой отчёт не посчитать',
  unauthorized: 'Нужно войти в систему',
  access_denied: 'На это нет прав',
  invalid_token: 'Ссылка или токен не действует',
  not_found: 'Такого нет',
  not_acceptable: 'В таком виде ответа нет',
  conflict: 'Это противоречит тому, что уже есть',
  quota_requests_by_uid: 'Слишком много запросов, повторите позже',
  backend_error: 'Сервер сейчас не может ответить, повторите чуть позже',
  timeout: 'Это заняло слишком много времени',
};
