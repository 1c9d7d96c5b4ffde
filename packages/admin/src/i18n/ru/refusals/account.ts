/** Refusals about accounts, tokens, access and signing in. */
export const account: Readonly<Record<string, string>> = {
  '"name" is missing.': 'Не указано имя.',
  '"password" is missing.': 'Не указан пароль.',
  'A signed-in browser may change things only from pages of this very server.':
    'Менять что-либо из браузера можно только со страниц этого же сервера.',
  'A token has no session to keep: end sessions one by one.':
    'У токена нет своего сеанса: завершайте сеансы по одному.',
  'A valid token is needed: send the header "Authorization: OAuth <token>", or sign in.':
    'Войдите в систему или передайте действующий токен в заголовке «Authorization: OAuth <токен>».',
  'An account has at most {} tokens. Revoke one first.':
    'Токенов у аккаунта — не больше {1}. Сначала отзовите один из них.',
  'At most {} accounts can have permission on a counter. Ask its owner to take one away first.':
    'Доступ к счётчику — не больше чем у {1} человек. Попросите владельца сначала убрать кого-нибудь.',
  'At most {} accounts can have permission on a counter.': 'Доступ к счётчику — не больше чем у {1} человек.',
  'At most {} people can be invited at a time.': 'Одновременно ждать ответа могут не больше {1} приглашений.',
  'No mail server took the letter to {}.': 'Ни один почтовый сервер не принял письмо для {1}.',
  'Somebody else has this address here: take another.': 'Этот адрес здесь уже занят: возьмите другой.',
  'The password is not right.': 'Пароль неверный.',
  'The password is wrong.': 'Пароль неверный.',
  'The request was refused.': 'Сервер отклонил запрос.',
  'There is an owner already: sign in instead.': 'Владелец уже есть: войдите в систему.',
  'There is no such account any more.': 'Такого аккаунта больше нет.',
  'There is no such invitation.': 'Такого приглашения нет.',
  'There is no such step of the second factor.': 'Такого шага у второго фактора нет.',
  'There were too many wrong passwords. Try again in a quarter of an hour.':
    'Слишком много неверных паролей. Повторите через четверть часа.',
  'This account has no password: its address comes from the identity provider.':
    'У этого аккаунта нет пароля: его адрес приходит от службы единого входа.',
  'This address has an account: sign in with it, then open the link again.':
    'У этого адреса уже есть аккаунт: войдите в него и откройте ссылку ещё раз.',
  'This code was used already. Wait for the next one.': 'Этот код уже использован. Дождитесь следующего.',
  'This invitation does not work any more. Ask for a new one.':
    'Это приглашение больше не действует. Попросите новое.',
  'This is your address already.': 'Это и так ваш адрес.',
  'This link does not work any more. Ask for a new one.': 'Эта ссылка больше не действует. Попросите новую.',
  'This server requires a second factor: it can be set up anew, not removed.':
    'Этот сервер требует второй фактор: его можно настроить заново, но не убрать.',
  'This server requires a second factor: set it up under Account, then everything is there again.':
    'Этот сервер требует второй фактор: настройте его в разделе «Аккаунт», и всё снова откроется.',
  'This server sends no e-mail: whoever runs it sets GOALPOST_SMTP_URL and GOALPOST_PUBLIC_URL.':
    'Этот сервер не отправляет почту: его администратор задаёт GOALPOST_SMTP_URL и GOALPOST_PUBLIC_URL.',
  'This setup link does not work. Take the newest one from the log.':
    'Эта ссылка для первой настройки не действует. Возьмите самую новую из журнала сервера.',
  'This token is for some counters only: the account itself is closed to it.':
    'Этот токен выдан только на отдельные счётчики: сам аккаунт ему закрыт.',
  'This token is not for counter {}.': 'Этот токен выдан не на счётчик {1}.',
  'This token {}.': 'Этот токен {1}.',
  'is for the chat alone. Make a token with the scope "read" or "write" for this':
    'выдан только для чата. Создайте токен с правом «read» или «write»',
  'may not do this': 'не даёт на это права',
  'may only read, and make goals and segments. Make a token with the scope "write" for this':
    'позволяет только читать и создавать цели и сегменты. Создайте токен с правом «write»',
  'may only read. Make a token with the scope "write" for changes':
    'позволяет только читать. Для изменений создайте токен с правом «write»',
  'Too many changes of the address within the hour.': 'Слишком много смен адреса за час.',
  'Too many requests at once. Wait a few seconds and try again.':
    'Слишком много запросов сразу. Подождите несколько секунд и повторите.',
  'Too many wrong passwords for this account. Try again in a quarter of an hour, or from where you have signed in before.':
    'Слишком много неверных паролей к этому аккаунту. Повторите через четверть часа или войдите оттуда, где уже входили.',
  'Too many wrong passwords for this account. Try again later.':
    'Слишком много неверных паролей к этому аккаунту. Повторите позже.',
  'You have invited many people within an hour. Try again later.':
    'За час вы пригласили слишком много людей. Повторите позже.',
  'An account has at most {} passkeys, and each device gives one once.':
    'Ключей входа у аккаунта — не больше {1}, и каждое устройство даёт один ключ.',
  'Passkeys need a host name: set GOALPOST_PUBLIC_URL to one, not to an address.':
    'Ключам входа нужно имя узла: задайте в GOALPOST_PUBLIC_URL имя, а не сетевой адрес.',
  'The device has not answered to what was asked. Try it again.':
    'Устройство не ответило на запрос. Попробуйте ещё раз.',
  'This account has no password: its person signs in by the identity provider.':
    'У этого аккаунта нет пароля: в него входят через службу единого входа.',
  'You have no such passkey.': 'Такого ключа входа у вас нет.',
  'You have no such session.': 'Такого сеанса у вас нет.',
  'You have no such token.': 'Такого токена у вас нет.',
  'You have no sufficient access to counter {}.': 'Ваших прав на счётчик {1} для этого не хватает.',
  'an e-mail address is needed': 'нужен адрес электронной почты',
  'at least one address is needed': 'нужен хотя бы один адрес',
  'at most {} addresses are taken at a time': 'за один раз — не больше {1} адресов',
  '{} also uses counters that are not yours: only they can choose a new password.':
    '{1} пользуется и чужими для вас счётчиками: новый пароль может выбрать только этот человек.',
  '{} has no permission on this counter.': 'У {1} нет доступа к этому счётчику.',
  '{} has permission already: change it.': 'У {1} доступ уже есть: измените его.',
  '{} is the address of another account.': '{1} — адрес другого аккаунта.',
  '{} owns this counter.': '{1} владеет этим счётчиком.',
  '{} owns this counter; that cannot be changed.': '{1} владеет этим счётчиком; это не меняется.',
  'Only "limited" has filters, and "{}" was given.':
    'Фильтр бывает только у роли «limited», а указана «{1}».',
  'Access is limited by visits, not by metrics.': 'Доступ ограничивают визитами, а не показателями.',
  '{}: your access leaves out what else a visitor did':
    '{1}: ваш доступ не включает другие визиты того же посетителя',
  '{}: {} tells people apart, which your access leaves out':
    '{1}: по {2} можно отличить одного человека от другого, а ваш доступ этого не включает',
  'ids: the limits of your access name what is not there any more: ask who gave it to you':
    'ограничения вашего доступа называют то, чего больше нет: спросите того, кто его дал',
  'ids: the limits of your access cannot be read any more': 'ограничения вашего доступа больше не читаются',
  'ids: your access to these counters differs: ask for each alone':
    'ваш доступ к этим счётчикам разный: спросите о каждом отдельно',
  'timezone: the limits of your access are by the clock of the counter':
    'timezone: ваш доступ ограничен по времени счётчика',
  '{} cannot limit access: {}': '{1} не может ограничивать доступ: {2}',
  'a segment may change': 'сегмент может измениться',
  'it tells people apart': 'по нему можно отличить одного человека от другого',
};
