/** What the shop's buttons report, the way a third-party chat does: it knows no number and finds the counters. */
export const CHAT_BUTTONS = [
  { event: 'Jivo_Client_initiate_chat', label: 'Customer writes first' },
  { event: 'Jivo_Proactive_invitation_accepted', label: 'Customer answers an invitation' },
  { event: 'Jivo_Client_answer_on_agent_request', label: 'Customer answers an operator' },
  { event: 'Jivo_Offline_message_sent', label: 'Customer leaves a message offline' },
] as const;

/** Runs in the page. */
export const FIND_COUNTERS = `
document.addEventListener('click', function (click) {
  var button = click.target.closest('[data-event]');
  if (!button) return;
  var found = window.Ya && Ya.Metrika2 && Ya.Metrika2.counters ? Ya.Metrika2.counters() : [];
  var params = button.dataset.price ? { order_price: Number(button.dataset.price), currency: 'EUR' } : undefined;
  found.forEach(function (counter) {
    window['yaCounter' + counter.id].reachGoal(button.dataset.event, params);
  });
  document.getElementById('sent').textContent = found.length
    ? 'Reported ' + button.dataset.event + ' to counter ' + found.map(function (c) { return c.id; }).join(', ') + '.'
    : 'No counter found on this page: is Goalpost running?';
});`;
