/** Stand-ins for the genuine tag, which takes calls and lists counters as the open-source one does. */

/** Notes in `genuine` what it was told; its instances and lists are as the genuine tag's. */
const CORE = `
  window.genuine = [];
  window.Ya = window.Ya || {};
  var metrika = Ya._metrika = Ya._metrika || {};
  metrika.counters = metrika.counters || {};
  var list = function () {
    return Object.keys(metrika.counters).map(function (key) { return { id: +key.split(':')[0], type: 0, clickmap: false } });
  };
  Ya.Metrika2 = function (options) {
    genuine.push([options.id, 'init']);
    metrika.counters[options.id + ':0'] = this;
    this.reachGoal = function (goal) { genuine.push([options.id, 'reachGoal', goal]) };
  };
  Ya.Metrika2.counters = list;
  metrika.getCounters = list;
  var callbacks = window.yandex_metrika_callbacks2 || [];
  delete window.yandex_metrika_callbacks2;
  callbacks.forEach(function (callback) { callback() });
  var handle = function (call) {
    var id = parseInt(call[0], 10), method = call[1], counter = metrika.counters[id + ':0'];
    if (call.executed) return;
    if (method === 'init') {
      call.executed = true;
      if (!counter) window['yaCounter' + id] = new Ya.Metrika2({ id: id });
    } else if (counter) {
      call.executed = true;
      counter[method](call[2]);
    }
  };
`;

/** Leaves the loader's \`ym\` in its place and watches its queue. */
export const GENUINE = `(function () {${CORE}
  window.ym = window.ym || function () { (ym.a = ym.a || []).push(arguments) };
  var queue = ym.a = ym.a || [];
  var push = queue.push;
  queue.push = function (call) { handle(call); return push.apply(queue, arguments) };
  for (var at = 0; at < queue.length; at++) handle(queue[at]);
})()`;

/** Puts its own function at \`ym\`, with no queue. */
export const GENUINE_DIRECT = `(function () {${CORE}
  var waiting = (window.ym && ym.a) || [];
  window.ym = function () { handle(arguments) };
  for (var at = 0; at < waiting.length; at++) handle(waiting[at]);
})()`;
